package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.contracts.zavu.ZavuPage;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.conversation.ConversationKey;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.page.Page;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    @Test
    void aPageBeforeOthersHasTheCursorOfItsLastRow() {
        assertThat(Pages.of(new Page<>(List.of(1, 2), true, false), row -> "row " + row, row -> "cursor " + row))
                .isEqualTo(new ZavuPage<>(List.of("row 1", "row 2"), "cursor 2"));
    }

    @Test
    void theLastPageHasNone() {
        assertThat(Pages.of(new Page<>(List.of(1), false, true), row -> "row " + row, row -> "cursor " + row))
                .isEqualTo(new ZavuPage<>(List.of("row 1"), null));
        assertThat(Pages.of(new Page<Integer>(List.of(), false, false), row -> row, row -> "cursor"))
                .isEqualTo(new ZavuPage<>(List.of(), null));
    }

    @Property
    void theCursorOfAThreadIsReadBackToTheNanosecond(
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long second,
            @ForAll @IntRange(min = 0, max = 999_999_999) int nano,
            @ForAll long high,
            @ForAll long low) {
        Instant active = Instant.ofEpochSecond(second, nano);
        UUID id = new UUID(high, low);

        assertThat(Pages.conversationKey(Pages.cursor(thread(id, active)))).contains(new ConversationKey(active, id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a-b",
                "1-2-3",
                "!-0-00000000000000000000000000",
                "zzzzzzzzzzzzz-0-00000000000000000000000000",
                "38et6qo0-0-00000000000000000000000000",
                "1-gjdgxs-00000000000000000000000000",
                "1--1-00000000000000000000000000",
                "+1-0-00000000000000000000000000",
                "01-0-00000000000000000000000000",
                "A-0-00000000000000000000000000"
            })
    void anythingElseIsNoCursor(String text) {
        assertThat(Pages.conversationKey(text)).isEmpty();
    }

    private static ConversationThread thread(UUID id, Instant active) {
        return new ConversationThread(
                id,
                new Scope(new ProjectId(ZavuIds.uuid("0".repeat(26)).orElseThrow()), Mode.LIVE),
                null,
                new PhoneNumber("+15550102233"),
                id,
                null,
                Set.of(Channel.SMS),
                active,
                active,
                active,
                1,
                0,
                null);
    }
}
