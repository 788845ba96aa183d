package io.stele.adapters.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The headers of an answer, found by their name in whatever case. */
public final class AnswerHeaders {

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param headers in the order in which they came */
    AnswerHeaders(Iterable<? extends Map.Entry<String, String>> headers) {
        headers.forEach(header ->
                values.computeIfAbsent(header.getKey(), _ -> new ArrayList<>()).add(header.getValue()));
    }

    /** The header's value; the first, where there are several. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The values of all headers of this name, in the order in which they came. */
    public List<String> all(String name) {
        return Collections.unmodifiableList(values.getOrDefault(name, List.of()));
    }

    /** The names alone: values may be secrets. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
