package io.stele.server.http;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON body into a wire record. What is not of the record's shape is refused by the path of the first member that is wrong; members that the
 * record does not have are ignored. Objects and arrays may stand {@value JsonBodies#DEEPEST} deep in each other.
 */
@Singleton
public final class WireReader {

    /** In bytes, of a body without files. */
    static final int LARGEST = 4 * 1024 * 1024;

    static final String EMPTY = "The body is empty; a JSON object is expected";

    private final JsonMapper json;

    public WireReader(JsonMapper json) {
        this.json = json;
    }

    /**
     * Reads the body.
     *
     * @throws RefusedException when its content type is not JSON, when it is no JSON object, or when a member has the wrong type
     */
    public <T> T read(HttpRequest<?> request, byte @Nullable [] body, Class<T> type, Strictness strictness) {
        return bind(tree(request, body), type, strictness);
    }

    /**
     * Reads of the body what it selects.
     *
     * @throws RefusedException as {@link #read(HttpRequest, byte[], Class, Strictness)}
     */
    public <T> T read(
            HttpRequest<?> request,
            byte @Nullable [] body,
            Class<T> type,
            Strictness strictness,
            SelectedMembers selected) {
        return bind(selected.of(tree(request, body)), type, strictness);
    }

    /**
     * Binds a tree to a record.
     *
     * @throws RefusedException when a member has the wrong type
     */
    public <T> T bind(JsonNode tree, Class<T> type, Strictness strictness) {
        WireShape.check(tree, type, strictness);
        try {
            T read = json.readValueFromTree(tree, Argument.of(type));
            if (read == null) {
                throw new RefusedException(new Refusal.BadBody("The body must be a JSON object"));
            }
            return read;
        } catch (IOException e) {
            throw new RefusedException(new Refusal.BadBody("The body does not have the expected form"));
        }
    }

    /**
     * Reads the body as a tree.
     *
     * @throws RefusedException when its content type is not JSON, when it is compressed or broken, is no JSON object, is larger than {@value #LARGEST} bytes, is nested too deep or
     *     consists of too much
     */
    public JsonNode tree(HttpRequest<?> request, byte @Nullable [] body) {
        if (body != null && body.length > LARGEST) {
            throw new RefusedException(new Refusal.BodyTooLarge(LARGEST));
        }
        return treeWithFiles(request, body);
    }

    /**
     * Reads a body that may have files in it, as a tree: it may be as large as any.
     *
     * @throws RefusedException as {@link #tree}, but for the size
     */
    public JsonNode treeWithFiles(HttpRequest<?> request, byte @Nullable [] body) {
        Framing.requireWhole(request);
        ContentCoding.requireNone(request);
        request.getContentType().ifPresent(WireReader::requireJson);
        if (body == null || body.length == 0) {
            throw new RefusedException(new Refusal.BadBody(EMPTY));
        }
        JsonNode tree;
        try {
            tree = JsonBodies.read(body);
        } catch (JsonBodies.TooMuchException e) {
            throw new RefusedException(new Refusal.BadBody("The body " + e.getMessage()));
        } catch (IOException e) {
            throw new RefusedException(new Refusal.BadBody("The body is not valid JSON"));
        }
        if (!tree.isObject()) {
            throw new RefusedException(new Refusal.BadBody("The body must be a JSON object"));
        }
        return tree;
    }

    private static void requireJson(MediaType type) {
        boolean isJson = type.getSubtype().equalsIgnoreCase("json")
                || type.getName().toLowerCase(Locale.ROOT).endsWith("+json");
        if (!isJson) {
            throw new RefusedException(new Refusal.WrongContentType(type.getName()));
        }
    }
}
