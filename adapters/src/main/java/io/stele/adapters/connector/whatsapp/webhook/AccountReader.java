package io.stele.adapters.connector.whatsapp.webhook;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.account.AccountReport;
import io.stele.core.account.AccountReport.Kind;
import java.time.Instant;
import java.util.Optional;

/** Reads what Meta says of business accounts. What is only about partners, prices and terms is nothing that happens to an account. */
final class AccountReader {

    /** Empty when the account is not named, or when nothing happened to it. */
    Optional<AccountReport> report(JsonNode entry, JsonNode value, Instant now) {
        return Nodes.id(entry, "id").flatMap(account -> Nodes.text(value, "event").flatMap(event -> kind(event, value)
                .map(kind -> new AccountReport(
                        account, kind, event, Nodes.moment(entry, "time", now), Bounds.kept(value)))));
    }

    private static Optional<Kind> kind(String event, JsonNode value) {
        return switch (event) {
            case "ACCOUNT_VIOLATION" -> Optional.of(Kind.VIOLATION);
            case "ACCOUNT_RESTRICTION" -> Optional.of(Kind.RESTRICTED);
            case "ACCOUNT_DELETED" -> Optional.of(Kind.DELETED);
            case "DISABLED_UPDATE" -> Nodes.object(value, "ban_info")
                    .flatMap(ban -> Nodes.text(ban, "waba_ban_state"))
                    .flatMap(AccountReader::ofBan);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> ofBan(String state) {
        return switch (state) {
            case "DISABLE" -> Optional.of(Kind.DISABLED);
            case "REINSTATE" -> Optional.of(Kind.REINSTATED);
            case "SCHEDULE_FOR_DISABLE" -> Optional.of(Kind.DISABLING_SCHEDULED);
            default -> Optional.empty();
        };
    }
}
