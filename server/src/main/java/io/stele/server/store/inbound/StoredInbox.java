package io.stele.server.store.inbound;

import io.stele.core.contact.ConsentWords;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.AccountNews;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.PreferenceReport;
import io.stele.core.inbound.ProviderMessage;
import io.stele.core.inbound.Receipt;
import io.stele.core.inbound.TemplateNews;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.project.Scope;
import io.stele.server.store.account.AccountReports;
import io.stele.server.store.delivery.ReceiptMerge;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.people.Meeting;
import io.stele.server.store.people.Talks;
import io.stele.server.store.sql.Database;
import io.stele.server.store.sql.Values;
import io.stele.server.store.template.Templates;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes each call in one transaction, but for read marks, which may be many. */
@Singleton
final class StoredInbox implements InboundStore {

    private final Database database;
    private final ReceiptMerge receipts;
    private final KsuidGenerator ids;
    private final ConsentWords words;

    StoredInbox(Database database, ReceiptMerge receipts, KsuidGenerator ids, ConsentWords words) {
        this.database = database;
        this.receipts = receipts;
        this.ids = ids;
        this.words = words;
    }

    @Override
    public List<Message> receive(List<? extends ProviderMessage> messages, List<MessageId> newIds, Instant now) {
        if (messages.size() != newIds.size()) {
            throw new IllegalArgumentException("there is an id for each message");
        }
        return messages.isEmpty()
                ? List.of()
                : database.write(session -> new Arrival(session, messages, newIds, ids, words, now).write());
    }

    @Override
    public void prefer(List<PreferenceReport> reports, Instant now) {
        if (!reports.isEmpty()) {
            database.write(session -> {
                NewEvents events = new NewEvents();
                Map<PreferenceReport, Meeting> meetings = new LinkedHashMap<>();
                reports.forEach(report -> meetings.put(
                        report, new Meeting(report.endpoint(), report.person(), report.identity())));
                Talks talks = Talks.open(session, meetings.values(), Values.storable(now), events);
                meetings.forEach((report, meeting) -> talks.prefer(meeting, report.preference()));
                talks.write();
                events.write(session, Values.storable(now));
                return reports.size();
            });
        }
    }

    @Override
    public void note(List<TemplateNews> news, Instant now) {
        if (!news.isEmpty()) {
            database.write(session -> Templates.note(session, news, Values.storable(now)));
        }
    }

    @Override
    public void noteAccounts(List<AccountNews> news, Instant now) {
        if (!news.isEmpty()) {
            database.write(session -> AccountReports.note(session, news, Values.storable(now)));
        }
    }

    @Override
    public void apply(List<Receipt> reported, FailureFollowUp followUp, Instant now) {
        if (!reported.isEmpty()) {
            database.write(session -> {
                receipts.apply(session, reported, followUp, now);
                return reported.size();
            });
        }
    }

    @Override
    public void markRead(Scope scope, MessageId message, Instant at) {
        database.read(session -> ReadThrough.of(session, scope, message)).ifPresent(read -> read.write(database, at));
    }
}
