package io.stele.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KsuidTest {

    private static final Ksuid LEAST = new Ksuid(0, 0, 0);
    private static final Ksuid GREATEST = new Ksuid(-1, -1, -1);

    @Property
    void textComesBack(@ForAll("ksuids") Ksuid id) {
        assertThat(id.toString()).hasSize(Ksuid.TEXT_LENGTH).matches("[0-9A-Za-z]+");
        assertThat(Ksuid.parse(id.toString())).contains(id);
    }

    @Property
    void textIsTheNumberOfTheBytesInBase62(@ForAll("ksuids") Ksuid id) {
        BigInteger number = BigInteger.ZERO;
        for (char character : id.toString().toCharArray()) {
            int digit = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".indexOf(character);
            number = number.multiply(BigInteger.valueOf(62)).add(BigInteger.valueOf(digit));
        }

        assertThat(number).isEqualTo(new BigInteger(1, id.bytes()));
    }

    @Property
    void bytesComeBack(@ForAll("ksuids") Ksuid id) {
        assertThat(id.bytes()).hasSize(Ksuid.BYTES);
        assertThat(Ksuid.of(id.bytes())).isEqualTo(id);
    }

    @Property
    void orderIsThatOfTheBytesAndOfTheText(@ForAll("ksuids") Ksuid one, @ForAll("ksuids") Ksuid other) {
        int order = Integer.signum(one.compareTo(other));

        assertThat(order).isEqualTo(Integer.signum(Arrays.compareUnsigned(one.bytes(), other.bytes())));
        assertThat(order).isEqualTo(Integer.signum(one.toString().compareTo(other.toString())));
    }

    @Provide
    Arbitrary<Ksuid> ksuids() {
        Arbitrary<Long> halves = Arbitraries.longs();
        return Combinators.combine(Arbitraries.integers(), halves, halves).as(Ksuid::new);
    }

    @Test
    void theExtremesHaveTheTextsThatTheFormatPublishes() {
        assertThat(LEAST).hasToString("000000000000000000000000000");
        assertThat(GREATEST).hasToString("aWgEPTl1tmebfsQzFP4bxwgy80V");
    }

    /** Identifiers and their parts as the format's own documentation gives them. */
    @ParameterizedTest
    @CsvSource({
        "0ujtsYcgvSTl8PAuAdqWYSMnLOv, 107608047, B5A1CD34B5F99D1154FB6853345C9735",
        "0ujzPyRiIAffKhBux4PvQdDqMHY, 107610780, 73FC1AA3B2446246D6E89FCD909E8FE8"
    })
    void publishedExamplesAreRead(String text, int seconds, String payload) {
        Ksuid id = Ksuid.parse(text).orElseThrow();

        assertThat(id.seconds()).isEqualTo(seconds);
        assertThat(String.format("%016X%016X", id.high(), id.low())).isEqualTo(payload);
        assertThat(id).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "00000000000000000000000000",
                "0000000000000000000000000000",
                "00000000000000000000000000-",
                "00000000000000000000000000é",
                " 00000000000000000000000000",
                "aWgEPTl1tmebfsQzFP4bxwgy80W",
                "zzzzzzzzzzzzzzzzzzzzzzzzzzz"
            })
    void otherTextIsNone(String text) {
        assertThat(Ksuid.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 21})
    void anotherNumberOfBytesIsRefused(int count) {
        assertThatThrownBy(() -> Ksuid.of(new byte[count])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSecondIsCountedFromTheEpochAndWithoutSign() {
        assertThat(LEAST.second()).isEqualTo(Instant.ofEpochSecond(Ksuid.EPOCH_SECOND));
        assertThat(GREATEST.second()).isEqualTo(Instant.ofEpochSecond(Ksuid.EPOCH_SECOND + 0xFFFF_FFFFL));
    }

    @Test
    void bytesAreACopy() {
        LEAST.bytes()[0] = 1;

        assertThat(LEAST.bytes()).containsOnly(0);
    }
}
