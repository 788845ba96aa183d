package io.stele.adapters.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZavuIdsTest {

    @Test
    void aMessageIdHas32CharactersFromAlphabetThatSorts() {
        assertThat(ZavuIds.text(new MessageId(new Ksuid(0, 0, 0)))).isEqualTo("0".repeat(32));
        assertThat(ZavuIds.text(new MessageId(new Ksuid(-1, -1, -1)))).isEqualTo("v".repeat(32));
        assertThat(ZavuIds.text(new MessageId(new Ksuid(0, 0, 33)))).isEqualTo("0".repeat(30) + "11");
    }

    @Test
    void everyOtherIdHas26Characters() {
        assertThat(ZavuIds.text(new UUID(0, 1))).isEqualTo("0".repeat(25) + "4");
        assertThat(ZavuIds.text(new UUID(-1, -1))).isEqualTo("v".repeat(25) + "s");
    }

    @Property
    void aMessageIdIsReadBackAsItWas(@ForAll int seconds, @ForAll long high, @ForAll long low) {
        MessageId id = new MessageId(new Ksuid(seconds, high, low));

        assertThat(ZavuIds.messageId(ZavuIds.text(id))).contains(id);
    }

    @Property
    void aUuidIsReadBackAsItWas(@ForAll long high, @ForAll long low) {
        UUID id = new UUID(high, low);

        assertThat(ZavuIds.uuid(ZavuIds.text(id))).contains(id);
    }

    @Property
    void textsSortAsTheIdsDo(
            @ForAll int seconds, @ForAll long high, @ForAll int otherSeconds, @ForAll long otherHigh) {
        MessageId one = new MessageId(new Ksuid(seconds, high, 0));
        MessageId other = new MessageId(new Ksuid(otherSeconds, otherHigh, 0));

        assertThat(Integer.signum(ZavuIds.text(one).compareTo(ZavuIds.text(other))))
                .isEqualTo(Integer.signum(one.compareTo(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0000000000000000000000000000000W", "wamid.HBgLMTU1NQ", "00000000000000000000000000000000 "})
    void aTextThatIsNoIdOfOursNamesNoMessage(String text) {
        assertThat(ZavuIds.messageId(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "snd_1", "00000000000000000000000001", "0000000000000000000000000V"})
    void aTextThatIsNoIdOfOursIsNoUuid(String text) {
        assertThat(ZavuIds.uuid(text)).isEmpty();
    }

    @Test
    void aReferenceKeepsTheTextByWhichTheCallerNamedTheMessage() {
        String ours = "0".repeat(31) + "1";

        assertThat(ZavuIds.reference(ours))
                .isEqualTo(new MessageReference(new MessageId(new Ksuid(0, 0, 1)), null, ours));
        assertThat(ZavuIds.reference("wamid.X")).isEqualTo(MessageReference.foreign("wamid.X"));
        assertThat(ZavuIds.text(ZavuIds.reference(ours))).isEqualTo(ours);
        assertThat(ZavuIds.text(ZavuIds.reference("wamid.X"))).isEqualTo("wamid.X");
    }
}
