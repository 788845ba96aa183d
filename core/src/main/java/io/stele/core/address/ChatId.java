package io.stele.core.address;

import java.util.Optional;
import java.util.regex.Pattern;

/** A numeric chat id of Telegram, Instagram or Messenger, without a plus. Telegram's groups have a leading minus. */
public record ChatId(String value) implements Address {

    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,32}");

    /** Reads a chat id; empty when the text is none. */
    public static Optional<ChatId> parse(String text) {
        String trimmed = text.strip();
        return FORM.matcher(trimmed).matches() ? Optional.of(new ChatId(trimmed)) : Optional.empty();
    }
}
