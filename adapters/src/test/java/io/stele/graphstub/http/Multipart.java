package io.stele.graphstub.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts of a {@code multipart/form-data} body, in order. */
public record Multipart(List<Part> parts) {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILENAME = Pattern.compile("filename=\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type: *([^\r\n]+)");

    /** A part; {@code filename} and {@code contentType} are null where the sender gave none. */
    public record Part(String name, @Nullable String filename, @Nullable String contentType, byte[] content) {

        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** The body's parts; empty when it is not of that form. */
    public static Multipart read(@Nullable String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType == null ? "" : contentType);
        if (contentType == null || !contentType.startsWith("multipart/form-data") || !boundary.find()) {
            return new Multipart(List.of());
        }
        String found = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        return new Multipart(parts(("--" + found).getBytes(StandardCharsets.ISO_8859_1), body));
    }

    public Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    private static List<Part> parts(byte[] delimiter, byte[] body) {
        List<Part> parts = new ArrayList<>();
        int start = indexOf(body, delimiter, 0);
        while (start >= 0) {
            int from = start + delimiter.length;
            int next = indexOf(body, delimiter, from);
            if (next < 0) {
                return parts;
            }
            part(body, from, next).ifPresent(parts::add);
            start = next;
        }
        return parts;
    }

    private static Optional<Part> part(byte[] body, int from, int next) {
        byte[] gap = {'\r', '\n', '\r', '\n'};
        int end = indexOf(body, gap, from);
        if (end < 0 || end + gap.length > next - 2) {
            return Optional.empty();
        }
        String head = new String(body, from, end - from, StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            return Optional.empty();
        }
        int start = end + gap.length;
        byte[] content = new byte[next - 2 - start];
        System.arraycopy(body, start, content, 0, content.length);
        return Optional.of(new Part(name.group(1), first(FILENAME, head), first(TYPE, head), content));
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : null;
    }

    private static int indexOf(byte[] text, byte[] sought, int from) {
        for (int at = from; at <= text.length - sought.length; at++) {
            int matched = 0;
            while (matched < sought.length && text[at + matched] == sought[matched]) {
                matched++;
            }
            if (matched == sought.length) {
                return at;
            }
        }
        return -1;
    }
}
