package io.stele.server.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes of a file are asked for, by RFC 9110, section 14. */
sealed interface ByteRange {

    /** All of them: nothing else is asked for, or not in a way that has to be understood. */
    record Whole() implements ByteRange {}

    /**
     * Some of them.
     *
     * @param last inclusive, as the header counts
     */
    record Part(long first, long last) implements ByteRange {}

    /** None that are there. */
    record Unsatisfiable() implements ByteRange {}

    /** One range; whoever asks for several gets the whole. */
    Pattern FORM = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * @param header the value of {@code Range}; null when there is none
     * @param size of the file
     */
    static ByteRange of(@Nullable String header, long size) {
        Matcher matcher = header == null ? null : FORM.matcher(header);
        if (matcher == null || !matcher.matches()) {
            return new Whole();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return new Whole();
        }
        return from < size ? new Part(from, to) : new Unsatisfiable();
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.max(0, size - length), size - 1);
    }
}
