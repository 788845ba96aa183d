package io.stele.adapters.json;

import io.stele.core.message.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Tuple;

/** Generates JSON that JavaScript treats in ways of its own: names that are indexes, numbers that no double holds, halves of characters. */
public final class Trees implements ArbitrarySupplier<Json> {

    private static final int DEEPEST = 3;

    @Override
    public Arbitrary<Json> get() {
        return values(DEEPEST);
    }

    private static Arbitrary<Json> values(int depth) {
        Arbitrary<Json> leaf = Arbitraries.oneOf(
                strings().map(Json.Text::new),
                numbers().map(Json.Number::new),
                Arbitraries.of(true, false).map(Json.Truth::new),
                Arbitraries.just(new Json.Null()));
        if (depth == 0) {
            return leaf;
        }
        return Arbitraries.frequencyOf(
                Tuple.of(2, leaf),
                Tuple.of(
                        2,
                        Arbitraries.maps(names(), values(depth - 1)).ofMaxSize(5).map(Json.Members::new)),
                Tuple.of(1, values(depth - 1).list().ofMaxSize(4).map(Json.Elements::new)));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                strings(),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(11),
                Arbitraries.of("__proto__", "toString", "4294967294", "4294967295", "4294967296", "00", "-1", "1.5"));
    }

    private static Arbitrary<String> strings() {
        return Arbitraries.strings()
                .withChars("a\"\\/\b\f\n\r\t<é\u2028😀")
                .withCharRange('\u0000', '\u0020')
                .withCharRange('\u007E', '\u00A0')
                .withCharRange('\uD7F0', '\uE010')
                .ofMaxLength(12);
    }

    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(BigDecimal::valueOf),
                Arbitraries.doubles().map(BigDecimal::new),
                Arbitraries.longs().map(bits -> finite(Double.longBitsToDouble(bits))),
                Arbitraries.longs().map(BigDecimal::valueOf),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1000"), new BigDecimal("1000"))
                        .ofScale(12),
                Arbitraries.bigIntegers()
                        .between(BigInteger.TEN.pow(25).negate(), BigInteger.TEN.pow(25))
                        .map(BigDecimal::new),
                Arbitraries.integers()
                        .between(-340, 340)
                        .flatMap(exponent -> Arbitraries.integers()
                                .between(-999, 999)
                                .map(digits -> BigDecimal.valueOf(digits).scaleByPowerOfTen(exponent))));
    }

    private static BigDecimal finite(double number) {
        return Double.isFinite(number) ? new BigDecimal(number) : BigDecimal.ONE;
    }
}
