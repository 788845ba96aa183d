package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.WireException;
import io.stele.contracts.kapso.Paging;
import io.stele.core.conversation.ConversationKey;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private static final MessageId MESSAGE = new MessageId(new Ksuid(1, 2, 3));
    private static final ConversationKey CONVERSATION =
            new ConversationKey(Instant.parse("2026-03-02T08:00:00.123456Z"), new UUID(4, 5));

    private final Cursors cursors = new Cursors(ObjectMapper.getDefault());

    @Test
    void theCursorOfAPageAsksForTheNextOne() {
        Paging paging = cursors.ofMessages(new Page<>(List.of(MESSAGE), true, true), Function.identity());
        String after = Objects.requireNonNull(Objects.requireNonNull(paging.cursors()).after());
        String before = Objects.requireNonNull(paging.cursors().before());

        assertThat(cursors.messages(Queries.of("?limit=7&after=" + after))).isEqualTo(PageRequest.olderThan(MESSAGE, 7));
        assertThat(cursors.messages(Queries.of("?before=" + before))).isEqualTo(PageRequest.newerThan(MESSAGE, 20));
        assertThat(paging.next()).isEqualTo(after);
        assertThat(paging.previous()).isEqualTo(before);
    }

    @Test
    void aConversationsCursorKeepsItsMomentExactly() {
        Paging paging = cursors.ofConversations(new Page<>(List.of(CONVERSATION), true, false), Function.identity());

        assertThat(cursors.conversations(Queries.of("?after=" + paging.next())))
                .isEqualTo(PageRequest.olderThan(CONVERSATION, 20));
    }

    @Test
    void theLastPageHasNoCursor() {
        Paging paging = cursors.ofMessages(new Page<>(List.of(MESSAGE), false, false), Function.identity());

        assertThat(paging).isEqualTo(new Paging(new Paging.Cursors(null, null), null, null));
    }

    @Test
    void paddingIsTaken() {
        String cursor = Base64.getEncoder()
                .encodeToString(("{\"values\":[\"" + MESSAGE.value() + "\"],\"columns\":[\"id\"] }")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(cursors.messages(Queries.of("?after=" + cursor.replace("=", "%3D").replace("+", "%2B"))))
                .isEqualTo(PageRequest.olderThan(MESSAGE, 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "!!!",
                "eyJ2YWx1ZXMiOltdfQ",
                "eyJ2YWx1ZXMiOlsiMSJdfQ",
                "eyJ2YWx1ZXMiOlt7fV19",
                "W10",
                "MTIz",
                "eyJ2YWx1ZXMiOlsiYSIsImIiLCJjIl19",
            })
    void aTextThatIsNoCursorIsRefusedByName(String text) {
        assertThatThrownBy(() -> cursors.messages(Queries.of("?after=" + text)))
                .isInstanceOf(WireException.class)
                .hasMessage("after is not a cursor of this list");
        assertThatThrownBy(() -> cursors.conversations(Queries.of("?before=" + text)))
                .hasMessage("before is not a cursor of this list");
        assertThatThrownBy(() -> cursors.contacts(Queries.of("?before=" + text)))
                .hasMessage("before is not a cursor of this list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1000000000-12-31T23:59:59.999999999Z", "+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z", "-1000000000-01-01T00:00Z"})
    void aMomentThatNoDatabaseHasIsNoCursor(String moment) {
        String cursor = Base64.getUrlEncoder()
                .encodeToString(("{\"values\":[\"" + moment + "\",\"" + CONVERSATION.id() + "\"]}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> cursors.conversations(Queries.of("?after=" + cursor)))
                .hasMessage("after is not a cursor of this list");
    }

    @Test
    void twoDirectionsAtOnceAreRefused() {
        String cursor = cursors.ofMessages(new Page<>(List.of(MESSAGE), true, false), Function.identity())
                .next();

        assertThatThrownBy(() -> cursors.messages(Queries.of("?after=" + cursor + "&before=" + cursor)))
                .hasMessage("before must not be given together with after");
    }
}
