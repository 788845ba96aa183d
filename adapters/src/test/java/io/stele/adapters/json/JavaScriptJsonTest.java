package io.stele.adapters.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import io.stele.core.message.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaScriptJsonTest {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeTreeCodec CODEC = JsonNodeTreeCodec.getInstance()
            .withConfig(JsonStreamConfig.DEFAULT.withUseBigDecimalForFloats(true));

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0.000, 0",
        "1.0, 1",
        "-1.50, -1.5",
        "100, 100",
        "1E2, 100",
        "0.1, 0.1",
        "0.30000000000000004, 0.30000000000000004",
        "123456789012345680000, 123456789012345680000",
        "999999999999999868928, 999999999999999900000",
        "1E20, 100000000000000000000",
        "1E21, 1e+21",
        "-1E21, -1e+21",
        "1.5E21, 1.5e+21",
        "1.7976931348623157E308, 1.7976931348623157e+308",
        "1E309, null",
        "-1E400, null",
        "1E999999999, null",
        "0.000001, 0.000001",
        "0.0000012, 0.0000012",
        "0.0000001, 1e-7",
        "-0.00000015, -1.5e-7",
        "5E-324, 5e-324",
        "4.9E-324, 5e-324",
        "9.9E-324, 1e-323",
        "1.5E-323, 1.5e-323",
        "2E-324, 0",
        "-1E-400, 0",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "9007199254740991, 9007199254740991",
        "9007199254740993, 9007199254740992",
        "9007199254740995, 9007199254740996",
        "12345678901234567890, 12345678901234567000",
        "3.141592653589793238462643383279, 3.141592653589793",
        "2E23, 2e+23",
        "9.5E-7, 9.5e-7"
    })
    void aNumberIsTheNearestDoubleInItsShortestForm(BigDecimal number, String text) {
        assertThat(JavaScriptJson.text(new Json.Number(number))).isEqualTo(text);
    }

    @Test
    void aStringIsEscapedOnlyWhereItMustBe() {
        assertThat(JavaScriptJson.text(new Json.Text("\"\\/\b\f\n\r\t\u0000\u000B\u001F\u007F\u0080é\u2028\u2029😀<'&")))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u000b\\u001f\u007F\u0080é\u2028\u2029😀<'&\"");
    }

    @Test
    void halfACharacterIsEscaped() {
        assertThat(JavaScriptJson.text(new Json.Text("\uD83D"))).isEqualTo("\"\\ud83d\"");
        assertThat(JavaScriptJson.text(new Json.Text("\uDE00\uD83D"))).isEqualTo("\"\\ude00\\ud83d\"");
        assertThat(JavaScriptJson.text(new Json.Text("\uD83D\uD83D\uDE00\uDE00")))
                .isEqualTo("\"\\ud83d\uD83D\uDE00\\ude00\"");
    }

    @Test
    void membersWhoseNamesAreIndexesStandFirst() {
        assertThat(JavaScriptJson.text(members(
                        "b", "10", "a", "2", "01", "4294967294", "4294967295", "0", "-1", "1.0", "1e1", "", "+1", "١",
                        "99999999999")))
                .isEqualTo("{\"0\":7,\"2\":3,\"10\":1,\"4294967294\":5,\"b\":0,\"a\":2,\"01\":4,\"4294967295\":6,\"-1\":8,"
                        + "\"1.0\":9,\"1e1\":10,\"\":11,\"+1\":12,\"١\":13,\"99999999999\":14}");
    }

    @Test
    void aPrototypeIsAMemberLikeAnyOther() {
        assertThat(JavaScriptJson.text(members("a", "__proto__", "constructor")))
                .isEqualTo("{\"a\":0,\"__proto__\":1,\"constructor\":2}");
    }

    @Test
    void aTreeIsWrittenWithoutSpaces() {
        Json tree = new Json.Members(ordered(
                "list", new Json.Elements(List.of(new Json.Truth(true), new Json.Null(), new Json.Elements(List.of()))),
                "object", new Json.Members(Map.of())));

        assertThat(JavaScriptJson.text(tree)).isEqualTo("{\"list\":[true,null,[]],\"object\":{}}");
    }

    @Test
    void aTreeOfTheWireIsWrittenTheSameWay() throws IOException {
        JsonNode node = read("{ \"b\": 1.0, \"1\": [9007199254740993, 1e400, -0.0, \"\\u00e9\"] }");

        assertThat(JavaScriptJson.text(node)).isEqualTo("{\"1\":[9007199254740992,null,0,\"é\"],\"b\":1}");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aTreeOfTheWireAndItsTwinOfTheDomainAreTheSameText(@ForAll(supplier = Trees.class) Json tree) {
        assertThat(JavaScriptJson.text(JsonTrees.toWire(tree))).isEqualTo(JavaScriptJson.text(tree));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadBackAndWrittenAgainTheSame(@ForAll(supplier = Trees.class) Json tree) throws IOException {
        String text = JavaScriptJson.text(tree);

        assertThat(JavaScriptJson.text(read(text))).isEqualTo(text);
    }

    @Property
    void everyDoubleIsReadBackAsItWas(@ForAll double number) {
        String text = JavaScriptJson.text(new Json.Number(new BigDecimal(number)));

        assertThat(Double.parseDouble(text)).isEqualTo(number + 0.0);
    }

    private static JsonNode read(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return CODEC.readTree(parser);
        }
    }

    private static Json members(String... names) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (String name : names) {
            members.put(name, new Json.Number(BigDecimal.valueOf(members.size())));
        }
        return new Json.Members(members);
    }

    private static Map<String, Json> ordered(String first, Json one, String second, Json other) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put(first, one);
        members.put(second, other);
        return members;
    }
}
