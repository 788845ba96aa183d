package io.stele.core.message;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of free-form JSON. */
public final class Jsons {

    private static final int DEEPEST = 3;
    private static final int SHAFT = 30;

    private Jsons() {}

    /** Any JSON value, nested at most three deep. */
    public static Arbitrary<Json> values() {
        return values(DEEPEST);
    }

    /** Any JSON object; now and then one that is nested far deeper than it is wide. */
    public static Arbitrary<Json.Members> members() {
        return Arbitraries.frequencyOf(Tuple.of(9, members(DEEPEST - 1)), Tuple.of(1, shaft()));
    }

    /** Objects and arrays in each other, up to {@value #SHAFT} levels, around one value. */
    private static Arbitrary<Json.Members> shaft() {
        return Combinators.combine(Words.identifier(12), Arbitraries.of(true, false).list().ofMaxSize(SHAFT - 1), values(0))
                .as((name, levels, bottom) -> {
                    Json inner = bottom;
                    for (boolean isArray : levels) {
                        inner = isArray
                                ? new Json.Elements(List.of(inner))
                                : new Json.Members(Map.of(name, inner));
                    }
                    return new Json.Members(Map.of(name, inner));
                });
    }

    private static Arbitrary<Json> values(int depth) {
        Arbitrary<Json> leaf = Arbitraries.oneOf(
                Words.anyLength(20).map(Json.Text::new),
                numbers().map(Json.Number::new),
                Arbitraries.of(true, false).map(Json.Truth::new),
                Arbitraries.just(new Json.Null()));
        if (depth == 0) {
            return leaf;
        }
        // Not lazyOf: its generators repeat themselves, and a map then waits for a new key for ever.
        return Arbitraries.frequencyOf(
                Tuple.of(4, leaf),
                Tuple.of(1, members(depth - 1).map(Json.class::cast)),
                Tuple.of(1, values(depth - 1).list().ofMaxSize(3).map(Json.Elements::new)));
    }

    private static Arbitrary<Json.Members> members(int depth) {
        return Arbitraries.maps(Words.identifier(12), values(depth)).ofMaxSize(4).map(Json.Members::new);
    }

    /** Numbers, also such as no double and no long can hold. */
    private static Arbitrary<BigDecimal> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().map(BigDecimal::valueOf),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                        .ofScale(6),
                Arbitraries.bigIntegers()
                        .between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30))
                        .map(BigDecimal::new),
                Arbitraries.of(new BigDecimal("1E+400"), new BigDecimal("-1.5E-400"), new BigDecimal("0.1")));
    }
}
