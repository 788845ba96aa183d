package io.stele.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContentsTest {

    @ParameterizedTest
    @EnumSource(ContentKind.class)
    void aKindIsMadeAsAsked(ContentKind kind) {
        assertThat(Contents.of(kind).sampleStream().limit(50)).allMatch(content -> ContentKind.of(content) == kind);
    }

    @Test
    void everyActionOfAnInteractiveMessageIsMade() {
        Set<Class<?>> made = new HashSet<>();
        Interactives.any().sampleStream().limit(1_000).forEach(interactive -> made.add(interactive.action().getClass()));

        assertThat(made).containsExactlyInAnyOrder(Interactive.Action.class.getPermittedSubclasses());
    }

    @Property(tries = 200)
    void wordsKeepTheirLength(@ForAll("words") String words) {
        assertThat(words).isNotBlank().hasSizeLessThanOrEqualTo(20);
    }

    @Provide
    Arbitrary<String> words() {
        return Words.upTo(20);
    }
}
