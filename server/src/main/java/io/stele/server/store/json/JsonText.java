package io.stele.server.store.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.stele.core.message.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON trees as text. What is written reads back as the same tree: numbers of any size, members in their order, and strings with any
 * character, also U+0000 and half of a surrogate pair, which no database keeps as they are.
 */
public final class JsonText {

    private static final int LARGEST_EXPONENT = 400;

    private static final JsonFactory FORMAT = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNestingDepth(10_000)
                    .build())
            .build();

    private JsonText() {}

    /** The tree as text. */
    public static String write(Json json) {
        String text = write(json, false);
        return isWellFormed(text) ? text : write(json, true);
    }

    private static String write(Json json, boolean ascii) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FORMAT.createGenerator(text)) {
            generator.configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), ascii);
            write(json, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static void write(Json json, JsonGenerator generator) throws IOException {
        switch (json) {
            case Json.Members(Map<String, Json> members) -> {
                generator.writeStartObject();
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    generator.writeFieldName(member.getKey());
                    write(member.getValue(), generator);
                }
                generator.writeEndObject();
            }
            case Json.Elements(List<Json> elements) -> {
                generator.writeStartArray();
                for (Json element : elements) {
                    write(element, generator);
                }
                generator.writeEndArray();
            }
            case Json.Text(String value) -> generator.writeString(value);
            case Json.Number(BigDecimal value) -> generator.writeNumber(written(value));
            case Json.Truth(boolean value) -> generator.writeBoolean(value);
            case Json.Null() -> generator.writeNull();
        }
    }

    /** Whole numbers as readers of whole numbers expect them. A hostile exponent stays an exponent: written out it would fill the memory. */
    private static String written(BigDecimal value) {
        return value.scale() < 0 && value.scale() >= -LARGEST_EXPONENT ? value.toPlainString() : value.toString();
    }

    /**
     * The tree that the text describes.
     *
     * @throws IllegalStateException when the text is no JSON: a stored row is damaged then
     */
    public static Json read(String text) {
        try (JsonParser parser = FORMAT.createParser(text)) {
            parser.nextToken();
            return read(parser);
        } catch (IOException e) {
            throw new IllegalStateException("a stored value is no JSON", e);
        }
    }

    private static Json read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Json> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(parser));
                }
                yield new Json.Members(members);
            }
            case START_ARRAY -> {
                List<Json> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(parser));
                }
                yield new Json.Elements(elements);
            }
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Number(new BigDecimal(parser.getText()));
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> new Json.Null();
            case null -> throw new IllegalStateException("a stored value is no JSON");
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT -> throw new IllegalStateException(
                    "a stored value is no JSON");
        };
    }
}
