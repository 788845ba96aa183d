package io.stele.adapters.webhook.transport;

import io.stele.adapters.http.Answered;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is shown of an answer's body to whoever looks for the reason why a delivery was not taken. */
final class Excerpt {

    /** How much of a body is read. */
    static final int MOST_BYTES = 4096;

    private static final char UNREADABLE = '\uFFFD';

    /** No text has them, and databases and terminals stumble over them. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n\\t]]");

    private Excerpt() {}

    /**
     * The first bytes of the body as text; null when there are none, or when the body is packed. What is no UTF-8, and every character that
     * does not show, becomes U+FFFD; of a character that was cut in two nothing is left.
     */
    static @Nullable String of(Answered answered) {
        boolean isPacked = answered.headers()
                .first("Content-Encoding")
                .filter(coding -> !coding.isBlank() && !coding.strip().equalsIgnoreCase("identity"))
                .isPresent();
        if (isPacked || answered.body().length == 0) {
            return null;
        }
        return clean(decoded(answered.body(), answered.truncated()).replace("\r\n", "\n"));
    }

    /** The text without what does not show. */
    static String clean(String text) {
        return CONTROL.matcher(text).replaceAll(String.valueOf(UNREADABLE));
    }

    private static String decoded(byte[] body, boolean truncated) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer text = CharBuffer.allocate(body.length + 1);
        // as long as it is not told that this is the end, it leaves out the first part of a character that is cut in two
        decoder.decode(ByteBuffer.wrap(body), text, !truncated);
        return text.flip().toString();
    }
}
