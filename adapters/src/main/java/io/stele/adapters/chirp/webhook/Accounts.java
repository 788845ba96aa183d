package io.stele.adapters.chirp.webhook;

import io.stele.adapters.chirp.ChirpIds;
import io.stele.contracts.chirp.webhook.AccountData;
import io.stele.contracts.chirp.webhook.TemplateData;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.Endpoint.WhatsAppNumber;
import io.stele.core.project.Mode;
import io.stele.core.template.TemplateReport;
import io.stele.core.webhook.EventView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What webhooks are told of business accounts: of their numbers, and of their templates. */
final class Accounts {

    private Accounts() {}

    /** The event about the view's number; empty when that is gone, or is none of WhatsApp's. */
    static Optional<Telling> told(ChirpEventType type, EventView view) {
        return Optional.ofNullable(view.endpoint())
                .flatMap(endpoint -> endpoint.whatsAppNumber().map(number -> told(type, endpoint, number)));
    }

    private static Telling told(ChirpEventType type, Endpoint endpoint, WhatsAppNumber number) {
        Mode mode = endpoint.scope().mode();
        return new Telling(
                type,
                null,
                app -> new AccountData(
                        new AccountData.Account(
                                ChirpIds.businessProfile(number.businessAccountId()),
                                number.businessAccountId(),
                                List.of(new AccountData.PhoneNumber(
                                        ChirpIds.phoneNumber(endpoint.id(), mode),
                                        endpoint.address().value(),
                                        number.phoneNumberId())),
                                mode == Mode.TEST),
                        app));
    }

    /** The event about a template. */
    static Telling template(TemplateReport report) {
        return new Telling(
                isDeletion(report.status()) ? ChirpEventType.TEMPLATE_DELETED : ChirpEventType.TEMPLATE_UPDATED,
                null,
                app -> new TemplateData(
                        new TemplateData.Template(
                                ChirpIds.businessProfile(report.businessAccountId()),
                                report.name(),
                                report.language(),
                                report.id(),
                                report.category(),
                                report.previousCategory(),
                                status(report.status()),
                                report.reason()),
                        app));
    }

    private static boolean isDeletion(@Nullable String status) {
        return "DELETED".equals(status) || "PENDING_DELETION".equals(status);
    }

    /** Chirp knows five (contract §3.6); a word of WhatsApp's that means none of them stays. */
    private static @Nullable String status(@Nullable String status) {
        return switch (status) {
            case null -> null;
            case "REINSTATED", "FLAGGED", "LOCKED" -> "APPROVED";
            case "IN_APPEAL" -> "PENDING";
            default -> status;
        };
    }
}
