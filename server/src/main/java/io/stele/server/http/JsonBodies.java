package io.stele.server.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.JsonStreamConfig;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;

/**
 * Reads exactly one JSON value, with numbers as they were written.
 *
 * <p>Objects and arrays stand at most {@value #DEEPEST} deep in each other. The deepest that the APIs know, a flow's data in a
 * button of a card of a template, begin at the twelfth; the rest is for free-form data. What is read is shown again inside of
 * other objects, and the framework writes no more than 64 levels: what is taken can always be shown.
 */
public final class JsonBodies {

    /** How deep objects and arrays may stand in each other. */
    public static final int DEEPEST = 48;

    /** How many values, names, and beginnings and ends of objects and arrays there may be. As a tree each takes many times the memory that it has in the body. */
    static final int MOST_TOKENS = 100_000;

    /** The same in what a provider has signed. */
    private static final int MOST_TOKENS_OF_PROVIDERS = 1_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxTokenCount(MOST_TOKENS)
                    // An email's file is one string; how long it can be is a matter of the body's size.
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    /** So deep may that stand which is read only to be cut down. */
    private static final JsonFactory DEEP = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxTokenCount(MOST_TOKENS_OF_PROVIDERS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final JsonNodeTreeCodec CODEC = JsonNodeTreeCodec.getInstance()
            .withConfig(JsonStreamConfig.DEFAULT.withUseBigDecimalForFloats(true));

    private JsonBodies() {}

    /** The text is JSON, but stands deeper in itself than {@link #DEEPEST}, or consists of more than {@link #MOST_TOKENS}. */
    static final class TooMuchException extends IOException {
        private TooMuchException(String message, StreamConstraintsException cause) {
            super(message, cause);
        }
    }

    /**
     * The value that the bytes are.
     *
     * @throws TooMuchException when it is nested too deep, or consists of too much
     * @throws IOException when the bytes are no JSON, or more than one value
     */
    static JsonNode read(byte[] body) throws IOException {
        try (JsonParser parser = FACTORY.createParser(body)) {
            return read(parser);
        }
    }

    /**
     * The value that the bytes are, for a reader who cuts it down: it may be nested a thousand deep, and have a million tokens.
     *
     * @throws IOException when the bytes are no JSON, or more than one value, or more than that
     */
    public static JsonNode readDeep(byte[] body) throws IOException {
        try (JsonParser parser = DEEP.createParser(body)) {
            return read(parser);
        }
    }

    /** The value that the text is; as {@link #read(byte[])}. */
    public static JsonNode read(String text) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return read(parser);
        }
    }

    private static JsonNode read(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new IOException("a JSON value is expected");
            }
            JsonNode tree = CODEC.readTree(parser);
            if (parser.nextToken() != null) {
                throw new IOException("exactly one JSON value is expected");
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw tooMuch(parser, e);
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IOException("a number has an exponent beyond all measure", e);
        }
    }

    private static IOException tooMuch(JsonParser parser, StreamConstraintsException cause) {
        if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
            return new TooMuchException("is nested more than " + DEEPEST + " levels deep", cause);
        }
        return parser.currentTokenCount() > MOST_TOKENS
                ? new TooMuchException("has more than %,d values and names".formatted(MOST_TOKENS), cause)
                : cause;
    }
}
