package io.stele.adapters.kapso;

import io.stele.core.message.ContentKind;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Kapso's words for kinds of content. */
public final class MessageTypes {

    private MessageTypes() {}

    /** The word. What WhatsApp does not carry is shown as text. */
    public static String of(ContentKind kind) {
        return switch (kind) {
            case TEXT, EMAIL, SPEECH -> "text";
            case IMAGE -> "image";
            case VIDEO -> "video";
            case AUDIO -> "audio";
            case DOCUMENT -> "document";
            case STICKER -> "sticker";
            case LOCATION -> "location";
            case CONTACTS -> "contacts";
            case REACTION -> "reaction";
            case INTERACTIVE -> "interactive";
            case BUTTON -> "button";
            case TEMPLATE -> "template";
            case ORDER -> "order";
            case SYSTEM -> "system";
            case UNSUPPORTED -> "unsupported";
        };
    }

    /** The kinds that this word means; empty when it is none. What is unsupported has a word of its own each. */
    public static Set<ContentKind> kinds(String word) {
        return Arrays.stream(ContentKind.values())
                .filter(kind -> kind != ContentKind.UNSUPPORTED && of(kind).equals(word))
                .collect(Collectors.toUnmodifiableSet());
    }
}
