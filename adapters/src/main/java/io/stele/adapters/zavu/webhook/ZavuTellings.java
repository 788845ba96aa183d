package io.stele.adapters.zavu.webhook;

import io.stele.contracts.zavu.webhook.ZavuTemplateStatus;
import io.stele.core.contact.Contact;
import io.stele.core.event.AccountChanged;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationReopened;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.message.Message;
import io.stele.core.message.Reaction;
import io.stele.core.message.Status;
import io.stele.core.template.TemplateReport;
import io.stele.core.webhook.EventView;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of each event in Zavu's words. A message that fails and goes on by another channel has not failed, and is not queued a
 * second time: from then on what is told is how it goes on, under the id that it had from the first.
 */
@Singleton
final class ZavuTellings {

    private final MessageEvents messages;

    ZavuTellings(MessageEvents messages) {
        this.messages = messages;
    }

    /** What there is to tell, in order; nothing of a message that is no longer there. */
    List<Telling> of(EventView view) {
        Message message = view.message();
        return switch (view.logged().event()) {
            case MessageQueued queued ->
                message == null || queued.continues() != null ? List.of() : List.of(queued(message));
            case MessageProgressed progressed ->
                message == null || progressed.continuedBy() != null
                        ? List.of()
                        : progressed(progressed, message).stream().toList();
            case MessageEchoed _ -> message == null ? List.of() : List.of(echoed(message));
            case MessageReceived received ->
                message == null ? List.of() : received(received, message, profileName(view.contact()));
            case TemplateChanged(TemplateReport report) -> status(report).stream().toList();
            case MessagePlayed _,
                    AccountChanged _,
                    ConversationStarted _,
                    ConversationEnded _,
                    ConversationReopened _,
                    ContactCreated _,
                    ContactChanged _,
                    IdentityChanged _,
                    MarketingPreferenceChanged _,
                    EndpointConnected _,
                    EndpointDisconnected _ -> List.of();
        };
    }

    private Telling queued(Message message) {
        return about(message, ZavuEventType.MESSAGE_QUEUED, () -> messages.progress(message, Status.QUEUED, null));
    }

    private Telling echoed(Message message) {
        return about(message, ZavuEventType.MESSAGE_SENT, () -> messages.progress(message, Status.SENT, null));
    }

    private Optional<Telling> progressed(MessageProgressed event, Message message) {
        return step(event.status())
                .map(type -> about(
                        message, type, () -> messages.progress(message, event.status(), event.failure())));
    }

    private static Optional<ZavuEventType> step(Status status) {
        return switch (status) {
            case SENT -> Optional.of(ZavuEventType.MESSAGE_SENT);
            case DELIVERED -> Optional.of(ZavuEventType.MESSAGE_DELIVERED);
            case READ -> Optional.of(ZavuEventType.MESSAGE_READ);
            case FAILED -> Optional.of(ZavuEventType.MESSAGE_FAILED);
            case HELD, QUEUED, SENDING, RECEIVED -> Optional.empty();
        };
    }

    private List<Telling> received(MessageReceived event, Message message, @Nullable String profileName) {
        List<Telling> tellings = new ArrayList<>();
        if (event.startsThread()) {
            tellings.add(about(
                    message, ZavuEventType.CONVERSATION_NEW, () -> messages.conversation(message, profileName)));
        }
        ZavuEventType type = MessageEvents.isUnsupported(message.content())
                ? ZavuEventType.MESSAGE_UNSUPPORTED
                : ZavuEventType.MESSAGE_INBOUND;
        tellings.add(about(message, type, () -> messages.inbound(message)));
        if (message.content() instanceof Reaction) {
            tellings.add(about(message, ZavuEventType.MESSAGE_REACTION, () -> messages.inbound(message)));
        }
        return tellings;
    }

    private static @Nullable String profileName(@Nullable Contact contact) {
        return contact == null ? null : contact.profileName();
    }

    /** A report of the category alone says nothing of the status. */
    private static Optional<Telling> status(TemplateReport report) {
        return Optional.ofNullable(report.status())
                .map(status -> new Telling(
                        ZavuEventType.TEMPLATE_STATUS_CHANGED, null, () -> template(report, status)));
    }

    private static ZavuTemplateStatus template(TemplateReport report, String status) {
        return new ZavuTemplateStatus(
                report.id(),
                report.name(),
                report.language(),
                report.category(),
                TemplateStatuses.of(status),
                report.reason(),
                new ZavuTemplateStatus.WhatsApp(report.name(), status));
    }

    /** Zavu promises no order; receivers that write down the last status that they hear are served by one. */
    private static Telling about(Message message, ZavuEventType type, Supplier<Object> data) {
        return new Telling(type, message.threadId(), data);
    }
}
