package io.stele.core.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.identity.Ksuid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {

    @Test
    void aReactionWithoutEmojiIsATakenBackOne() {
        MessageReference target = MessageReference.foreign("wamid.X");

        assertThat(new Reaction(target, "")).isEqualTo(new Reaction(target, null));
    }

    @ParameterizedTest
    @CsvSource({"52.5200, 52.52", "0.000, 0", "-0.0, 0", "1E+1, 10", "-33.45, -33.45"})
    void placesAreTheSameHoweverManyZerosTrail(BigDecimal one, BigDecimal other) {
        assertThat(new Location(one, one, null, null, null)).isEqualTo(new Location(other, other, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({"1.50, 1.5", "100, 1E+2", "0.00, 0"})
    void numbersAreTheSameHoweverManyZerosTrail(BigDecimal one, BigDecimal other) {
        assertThat(new Json.Number(one)).isEqualTo(new Json.Number(other));
    }

    @Test
    void membersKeepTheirOrderAndDoNotFollowTheirSource() {
        Map<String, Json> source = new LinkedHashMap<>();
        source.put("z", new Json.Truth(true));
        source.put("a", new Json.Null());
        Json.Members members = new Json.Members(source);
        source.clear();

        assertThat(members.members().keySet()).containsExactly("z", "a");
    }

    @Test
    void aListDoesNotFollowItsSource() {
        List<Interactive.Button> source = new ArrayList<>(List.of(new Interactive.Button("y", "Yes")));
        Interactive.ReplyButtons buttons = new Interactive.ReplyButtons(source);
        source.clear();

        assertThat(buttons.buttons()).hasSize(1);
    }

    @Test
    void aFileHasAnIdOrALink() {
        assertThatThrownBy(() -> new MediaFile(null, null, "image/png", null, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReferenceNamesAMessage() {
        assertThatThrownBy(() -> new MessageReference(null, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MessageReference(null, Direction.INBOUND, "wamid.X"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReferenceIsResolvedOnceTheDirectionIsKnown() {
        MessageId id = new MessageId(new Ksuid(1, 2, 3));

        assertThat(MessageReference.ours(id).isResolved()).isFalse();
        assertThat(MessageReference.foreign("wamid.X").isResolved()).isFalse();
        assertThat(new MessageReference(id, Direction.INBOUND, null).isResolved()).isTrue();
    }

    @Test
    void theHeaderTextIsThatOfATextHeaderOnly() {
        Interactive.Action action = new Interactive.LocationRequest();
        Interactive.Header image = new Interactive.MediaHeader(MediaKind.IMAGE, MediaFile.ofId("7"), null);

        assertThat(new Interactive(new Interactive.TextHeader("Slots"), "Pick", null, action).headerText())
                .contains("Slots");
        assertThat(new Interactive(image, "Pick", null, action).headerText()).isEmpty();
        assertThat(new Interactive(null, "Pick", null, action).headerText()).isEmpty();
    }

    @Test
    void aFailureSaysItsTitleAndItsDetailsWhereThereAreAny() {
        assertThat(new Failure("131026", "Message undeliverable", null).message()).isEqualTo("Message undeliverable");
        assertThat(new Failure("131026", "Message undeliverable", "Not on WhatsApp").message())
                .isEqualTo("Message undeliverable: Not on WhatsApp");
    }
}
