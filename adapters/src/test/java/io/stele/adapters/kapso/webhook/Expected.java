package io.stele.adapters.kapso.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.stele.adapters.json.JsonTrees;
import io.stele.core.message.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Payloads written by hand from the contract ({@code src/test/resources/kapso/webhook}). */
final class Expected {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonNodeTreeCodec CODEC = JsonNodeTreeCodec.getInstance();

    private Expected() {}

    static Json json(String name) {
        try (InputStream in = Expected.class.getResourceAsStream("/kapso/webhook/" + name + ".json")) {
            return tree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text as a tree, whose members have no order. Text that is no JSON, or more than one value, fails. */
    static Json tree(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            Json tree = JsonTrees.toDomain(CODEC.readTree(parser));
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }
}
