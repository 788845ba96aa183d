package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Endpoint;
import io.stele.core.inbound.InboundStore;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.message.Status;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database of PostgreSQL to which an earlier version has written is put in order by the migrations that this one has more. */
class MessageUpgradeTest {

    private TestStore earlier;
    private Scope live;
    private Endpoint whatsApp;
    private Traffic traffic;

    @BeforeEach
    void open() {
        earlier = PostgresDatabases.open();
        Tenant tenant = Tenant.found(earlier);
        live = tenant.live();
        whatsApp = tenant.whatsApp();
        traffic = new Traffic(earlier);
    }

    @AfterEach
    void close() {
        earlier.close();
    }

    /** As though the last two migrations had never been. */
    private void forgetMigrations() {
        earlier.run("alter table message drop column is_unread");
        earlier.run("create index message_unread on message (project_id, thread_id, id) where direction = 'INBOUND' and read_at is null");
        earlier.run("delete from flyway_schema_history where version in ('34', '35')");
    }

    private static String idOf(String providerMessageId) {
        return "select id from message where provider_message_id = '" + providerMessageId + "'";
    }

    private List<MessageId> found(TestStore store, Status status) {
        return store
                .get(MessageLog.class)
                .messages(live, MessageFilter.builder().withStatus(Set.of(status)).build(), PageRequest.first(10))
                .items()
                .stream()
                .map(Message::id)
                .toList();
    }

    @Test
    void messagesStandUnderTheStatusThatTheyHave() {
        Message left = traffic.receive(whatsApp, Traffic.person(1), "wamid.1");
        Message missing = traffic.receive(whatsApp, Traffic.person(2), "wamid.2");
        Message doubled = traffic.receive(whatsApp, Traffic.person(3), "wamid.3");
        earlier.run("update message_status set status = 'QUEUED' where id in (" + idOf("wamid.1") + ")");
        earlier.run("delete from message_status where id in (" + idOf("wamid.2") + ")");
        earlier.run("insert into message_status (project_id, mode, status, channel, is_continued, id)"
                + " select project_id, mode, 'SENT', channel, is_continued, id from message where provider_message_id = 'wamid.3'");
        forgetMigrations();

        try (TestStore later = earlier.another()) {
            assertThat(found(later, Status.RECEIVED)).containsExactly(doubled.id(), missing.id(), left.id());
            assertThat(found(later, Status.QUEUED)).isEmpty();
            assertThat(found(later, Status.SENT)).isEmpty();
        }
    }

    @Test
    void messagesThatWereReadStayRead() {
        Message read = traffic.receive(whatsApp, Traffic.person(1), "wamid.1");
        earlier.get(InboundStore.class).markRead(live, read.id(), TestStore.START);
        Message unread = traffic.receive(whatsApp, Traffic.person(1), "wamid.2");
        traffic.accept(whatsApp, Traffic.person(1), "is ours");
        forgetMigrations();

        try (TestStore later = earlier.another()) {
            assertThat(later.column("select provider_message_id from message where is_unread")).containsExactly("wamid.2");
            later.get(InboundStore.class).markRead(live, unread.id(), TestStore.START.plusSeconds(1));
            assertThat(later.number("select count(*) from message where is_unread")).isZero();
        }
    }
}
