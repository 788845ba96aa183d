package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuEmailAttachment;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.contracts.zavu.ZavuSendRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests to send, with only the members that matter named. */
final class Requests {

    private Requests() {}

    /** A message of a type that goes to a phone number. */
    static ZavuSendRequest of(String messageType, @Nullable String text, @Nullable ZavuMessageContent content) {
        return to("+15550102233", null, messageType, text, content);
    }

    static ZavuSendRequest to(
            @Nullable String to,
            @Nullable String channel,
            @Nullable String messageType,
            @Nullable String text,
            @Nullable ZavuMessageContent content) {
        return new ZavuSendRequest(
                to, channel, messageType, text, content, null, null, null, null, null, null, null, null, null);
    }

    static ZavuSendRequest email(@Nullable String subject, @Nullable String text, ZavuEmailAttachment... files) {
        return new ZavuSendRequest(
                "ada@example.com",
                "email",
                "text",
                text,
                null,
                subject,
                "<p>Hi</p>",
                "desk@example.com",
                files.length == 0 ? null : List.of(files),
                null,
                null,
                null,
                null,
                null);
    }

    static ZavuSendRequest labelled(Map<String, String> metadata) {
        return new ZavuSendRequest(
                "+15550102233",
                null,
                null,
                "Hi",
                null,
                null,
                null,
                null,
                null,
                "key-1",
                metadata,
                false,
                null,
                ZavuIds.text(new java.util.UUID(1, 2)));
    }
}
