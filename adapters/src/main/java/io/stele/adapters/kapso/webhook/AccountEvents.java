package io.stele.adapters.kapso.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.adapters.kapso.Persons;
import io.stele.adapters.kapso.Timestamps;
import io.stele.contracts.kapso.webhook.AccountEvent;
import io.stele.contracts.kapso.webhook.PhoneNumberEvent;
import io.stele.core.account.AccountReport;
import io.stele.core.channel.Endpoint;
import io.stele.core.message.Json;
import io.stele.core.webhook.EventView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kapso's events of business accounts (contract section 4.4). What Meta said of the matter goes on as it came. */
final class AccountEvents {

    private AccountEvents() {}

    /** What there is to tell; empty where Kapso has no word for it, or where none of the account's numbers is the project's. */
    static Optional<Telling> of(AccountReport report, EventView view) {
        return event(report.kind()).filter(_ -> !view.account().isEmpty()).map(event -> new Telling(event, null, () -> record(event, report, view)));
    }

    private static Optional<KapsoEvent> event(AccountReport.Kind kind) {
        return switch (kind) {
            case VIOLATION -> Optional.of(KapsoEvent.ACCOUNT_VIOLATION);
            case RESTRICTED -> Optional.of(KapsoEvent.ACCOUNT_RESTRICTED);
            case DISABLED -> Optional.of(KapsoEvent.ACCOUNT_DISABLED);
            case REINSTATED -> Optional.of(KapsoEvent.ACCOUNT_REINSTATED);
            case DISABLING_SCHEDULED, DELETED -> Optional.empty();
        };
    }

    private static AccountEvent record(KapsoEvent event, AccountReport report, EventView view) {
        return new AccountEvent(
                view.logged().idAs(event.word()).toString(),
                event.word(),
                Timestamps.iso(report.at()),
                report.businessAccountId(),
                new PhoneNumberEvent.Project(view.logged().scope().project().value().toString()),
                view.account().stream().flatMap(AccountEvents::number).toList(),
                said(report, "restriction_info"),
                said(report, "violation_info"),
                said(report, "ban_info"),
                new AccountEvent.Source("meta", report.word(), report.businessAccountId()));
    }

    private static Stream<AccountEvent.PhoneNumber> number(Endpoint endpoint) {
        return endpoint.whatsAppNumber().stream()
                .map(number -> new AccountEvent.PhoneNumber(
                        number.phoneNumberId(), Persons.of(endpoint.address()).digits()));
    }

    private static @Nullable JsonNode said(AccountReport report, String name) {
        Json said = report.details().members().get(name);
        return said == null ? null : JsonTrees.toWire(said);
    }
}
