package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thread with one contact over all channels (contract §2.2).
 *
 * @param contactIdentifier what the thread is filed under: phone number, email address, business-scoped user id or chat
 *     id
 * @param contactId absent on group threads and while the contact is unknown
 * @param senderId the sender that handled the thread last
 * @param channels every channel that the thread has carried
 * @param email the contact's address when it was reached by email
 * @param whatsapp present when the thread is filed under a business-scoped user id
 * @param group present when the thread is a group's
 * @param lastMessage absent only when its message has been erased
 * @param unreadCount inbound messages that nobody marked as read
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuConversation(
        String id,
        String contactIdentifier,
        @Nullable String contactId,
        @Nullable String senderId,
        List<String> channels,
        @Nullable String email,
        @Nullable WhatsApp whatsapp,
        @Nullable Group group,
        @Nullable LastMessage lastMessage,
        long messageCount,
        long unreadCount,
        String createdAt,
        String updatedAt) {

    /**
     * Beginning of the newest message, so that a list of threads needs no second call.
     *
     * @param text at most the first 140 characters of what the message says; empty when it has no words
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LastMessage(String id, String text, String channel, String direction, String at) {}

    /**
     * Who the contact is on WhatsApp.
     *
     * @param bsuid business-scoped user id; may be sent to
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WhatsApp(@Nullable String bsuid, @Nullable String username) {}

    /** The group that a thread belongs to. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(String id, @Nullable String subject, @Nullable Integer participantCount) {}
}
