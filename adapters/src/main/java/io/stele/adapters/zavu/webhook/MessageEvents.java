package io.stele.adapters.zavu.webhook;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.adapters.zavu.ZavuMessages;
import io.stele.adapters.zavu.ZavuNames;
import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.contracts.zavu.webhook.ZavuInboundMessage;
import io.stele.contracts.zavu.webhook.ZavuMessageStatus;
import io.stele.contracts.zavu.webhook.ZavuNewConversation;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.message.Content;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.PlainText;
import io.stele.core.message.Status;
import io.stele.core.message.SystemNote;
import io.stele.core.message.Unsupported;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The data of events about messages (contract §4.3). */
@Singleton
final class MessageEvents {

    private static final String SYSTEM = "system";

    private final ZavuMessages messages;

    MessageEvents(ZavuMessages messages) {
        this.messages = messages;
    }

    /** A step of a message to a person, under the id that the sender was told. */
    ZavuMessageStatus progress(Message message, Status status, @Nullable Failure failure) {
        MessageId continued = message.continues();
        return new ZavuMessageStatus(
                ZavuIds.text(continued == null ? message.id() : continued),
                message.to().value(),
                ZavuNames.name(message.channel()),
                ZavuNames.name(status),
                ZavuIds.text(message.threadId()),
                failure == null ? null : failure.code(),
                failure == null ? null : failure.message());
    }

    /** Whether there is nothing in the message that Zavu has a name for: what the channel itself says, and the unknown. */
    static boolean isUnsupported(Content content) {
        return content instanceof Unsupported || content instanceof SystemNote;
    }

    /** A message from a person. */
    ZavuInboundMessage inbound(Message message) {
        ZavuMessage shown = messages.toWire(message);
        ZavuMessageContent content = shown.content();
        return new ZavuInboundMessage(
                shown.id(),
                ZavuIds.text(message.threadId()),
                message.from().value(),
                shown.to(),
                shown.channel(),
                shown.status(),
                type(message.content(), shown),
                shown.text(),
                content,
                shown.subject(),
                shown.htmlBody(),
                shown.replyTo(),
                providerTimestamp(message),
                content == null ? null : content.referral());
    }

    private static String type(Content content, ZavuMessage shown) {
        if (content instanceof Unsupported(String kind, _)) {
            return kind;
        }
        return content instanceof SystemNote ? SYSTEM : shown.messageType();
    }

    /** A message from a person is as old as the provider says. */
    private static @Nullable Long providerTimestamp(Message message) {
        return switch (message.channel()) {
            case WHATSAPP, TELEGRAM, INSTAGRAM, MESSENGER -> message.createdAt().toEpochMilli();
            case SMS, SMS_ONEWAY, EMAIL, VOICE -> null;
        };
    }

    /** A thread that a message from a person began. */
    ZavuNewConversation conversation(Message first, @Nullable String profileName) {
        Address person = first.from();
        return new ZavuNewConversation(
                ZavuIds.text(first.threadId()),
                person instanceof PhoneNumber number ? number.value() : null,
                person instanceof EmailAddress email ? email.value() : null,
                identifier(person),
                ZavuNames.name(first.channel()),
                ZavuIds.text(first.id()),
                PlainText.of(first.content()).orElse(""),
                profileName);
    }

    private static @Nullable String identifier(Address person) {
        return switch (person) {
            case PhoneNumber _, EmailAddress _ -> null;
            case BusinessScopedUserId id -> id.value();
            case ChatId id -> id.value();
        };
    }
}
