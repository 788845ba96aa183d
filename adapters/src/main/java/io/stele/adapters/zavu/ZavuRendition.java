package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuMessageContent;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, in the members in which Zavu says it.
 *
 * @param subject of an email
 * @param htmlBody of an email
 * @param replyTo of an email
 * @param voiceLanguage of speech
 */
record ZavuRendition(
        String messageType,
        @Nullable String text,
        @Nullable ZavuMessageContent content,
        @Nullable String subject,
        @Nullable String htmlBody,
        @Nullable String replyTo,
        @Nullable String voiceLanguage) {

    static ZavuRendition of(String messageType, @Nullable String text, @Nullable ZavuMessageContent content) {
        return new ZavuRendition(messageType, text, content, null, null, null, null);
    }

    static ZavuRendition text(@Nullable String text) {
        return of("text", text, null);
    }
}
