package io.stele.core.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.example.Examples;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Text;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DraftRulesTest {

    @ParameterizedTest
    @MethodSource
    void isRefused(Draft draft, Field field, String reason) {
        assertThat(DraftRules.broken(draft)).first().isEqualTo(new Rejection.InvalidField(field, reason));
    }

    static Stream<Arguments> isRefused() {
        String length = "must have 1 to 255 characters";
        String form = "must not have the character U+0000 or half of a surrogate pair";
        String labels = "must have at most 65536 characters in all";
        return Stream.of(
                Arguments.of(calledBack("c".repeat(513)), Field.CALLBACK_DATA, "must have at most 512 characters"),
                Arguments.of(keyed(""), Field.IDEMPOTENCY_KEY, length),
                Arguments.of(keyed(" "), Field.IDEMPOTENCY_KEY, length),
                Arguments.of(keyed("k".repeat(256)), Field.IDEMPOTENCY_KEY, length),
                Arguments.of(keyed("a\u0000"), Field.IDEMPOTENCY_KEY, form),
                Arguments.of(keyed("a\ud83d"), Field.IDEMPOTENCY_KEY, form),
                Arguments.of(keyed("\ude00a"), Field.IDEMPOTENCY_KEY, form),
                Arguments.of(labelled(many(101)), Field.METADATA, "must have at most 100 labels"),
                Arguments.of(labelled(Map.of("a", "b".repeat(65_536))), Field.METADATA, labels),
                Arguments.of(labelled(Map.of("a".repeat(65_536), "b")), Field.METADATA, labels),
                Arguments.of(quoting("w".repeat(513)), Field.QUOTE, "must have at most 512 characters"));
    }

    @ParameterizedTest
    @MethodSource
    void isTaken(Draft draft) {
        assertThat(DraftRules.broken(draft)).isEmpty();
    }

    static Stream<Draft> isTaken() {
        return Stream.of(
                draft(null, null, null, Map.of()),
                calledBack("c".repeat(512)),
                keyed("k".repeat(255)),
                keyed("😀"),
                labelled(many(100)),
                labelled(Map.of("a", "b".repeat(65_535))),
                quoting("w".repeat(512)),
                draft(MessageReference.ours(Examples.messageId(1)), null, null, Map.of()));
    }

    private static Map<String, String> many(int labels) {
        return IntStream.range(0, labels).boxed().collect(Collectors.toMap(String::valueOf, each -> ""));
    }

    private static Draft calledBack(String data) {
        return draft(null, null, data, Map.of());
    }

    private static Draft keyed(String key) {
        return draft(null, new IdempotencyKey(key, "hash"), null, Map.of());
    }

    private static Draft labelled(Map<String, String> metadata) {
        return draft(null, null, null, metadata);
    }

    private static Draft quoting(String message) {
        return draft(MessageReference.foreign(message), null, null, Map.of());
    }

    private static Draft draft(
            @Nullable MessageReference quote,
            @Nullable IdempotencyKey key,
            @Nullable String callbackData,
            Map<String, String> metadata) {
        return new Draft(
                new SenderChoice.Default(),
                Examples.THEIRS,
                null,
                Text.of("Hello"),
                quote,
                key,
                false,
                callbackData,
                metadata,
                List.of());
    }
}
