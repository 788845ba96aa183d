package io.stele.graphstub.graph;

import io.stele.graphstub.check.Refusal;
import io.stele.graphstub.http.Head;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to the Graph API.
 *
 * @param words the parts of the path below the version
 * @param versioned whether the path began with a version
 * @param token the bearer token; null when there is none
 */
record GraphRequest(Head head, byte[] body, List<String> words, boolean versioned, @Nullable String token) {

    private static final Pattern VERSION = Pattern.compile("v\\d+\\.\\d+");
    private static final String BEARER = "bearer ";

    static GraphRequest of(Head head, byte[] body) {
        List<String> words = Arrays.stream(head.path().split("/")).filter(word -> !word.isEmpty()).toList();
        boolean versioned = !words.isEmpty() && VERSION.matcher(words.getFirst()).matches();
        String authorization = head.header("Authorization");
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return new GraphRequest(
                head,
                body,
                versioned ? words.subList(1, words.size()) : words,
                versioned,
                bearer ? authorization.substring(BEARER.length()).strip() : null);
    }

    String verb() {
        return head.method().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal code 190 when it opens nothing */
    String knownToken(Numbers numbers) {
        if (token == null || !numbers.isToken(token)) {
            throw Refusal.token();
        }
        return token;
    }
}
