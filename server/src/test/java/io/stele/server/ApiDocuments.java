package io.stele.server;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The OpenAPI documents, by which every answer of every test is judged: its status must be one that the document has for the call, and its body
 * must be of the schema. The documents are read strictly: a member that a schema does not name is a violation.
 */
public final class ApiDocuments {

    /** Documents are judged by the first whose paths fit. */
    public static final ApiDocuments ALL = new ApiDocuments(List.of("kapso", "chirp", "zavu", "stele"));

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** A path of a document, with its calls by method. */
    private record Path(String name, ObjectNode document, String template, Pattern pattern, JsonNode calls) {}

    private final List<Path> paths = new ArrayList<>();
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private ApiDocuments(List<String> names) {
        for (String name : names) {
            try (InputStream stream = ApiDocuments.class.getResourceAsStream("/openapi/" + name + ".yml")) {
                ObjectNode document = (ObjectNode) new YAMLMapper().readTree(stream);
                document.path("components").path("schemas").forEach(ApiDocuments::close);
                document.path("paths").properties().forEach(path -> paths.add(new Path(
                        name, document, path.getKey(), pattern(path.getKey()), path.getValue())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        paths.sort((one, other) -> Long.compare(variables(one.template()), variables(other.template())));
    }

    /**
     * A call that a document has.
     *
     * @param document its name: {@code zavu}
     * @param template its path with names in braces
     * @param query the names of its parameters
     */
    public record Call(String document, String method, String template, List<String> query) {

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /** All calls of all documents. */
    public List<Call> calls() {
        return paths.stream()
                .flatMap(path -> path.calls().properties().stream()
                        .filter(call -> METHODS.contains(call.getKey()))
                        .map(call -> new Call(
                                path.name(),
                                call.getKey().toUpperCase(Locale.ROOT),
                                path.template(),
                                query(path.document(), call.getValue()))))
                .toList();
    }

    private static List<String> query(ObjectNode document, JsonNode call) {
        return call.path("parameters").valueStream()
                .map(parameter -> resolve(document, parameter))
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    /** Whether a document has this call, and this status for it. */
    public boolean knows(String method, String path, int status) {
        return call(method, path)
                .filter(found -> found.calls().path(method.toLowerCase(Locale.ROOT)).path("responses").has(String.valueOf(status)))
                .isPresent();
    }

    /** Whether the text is of a schema of a document: {@code is("zavu", "Error", …)}. */
    public boolean is(String document, String schema, String text) {
        ObjectNode root = paths.stream()
                .filter(path -> path.name().equals(document))
                .findFirst()
                .orElseThrow()
                .document();
        Schema shape = compiled.computeIfAbsent(
                document + " " + schema, key -> compile(root, root.path("components").path("schemas").path(schema)));
        try {
            return shape.validate(JSON.readTree(text)).isEmpty();
        } catch (JacksonException e) {
            return false;
        }
    }

    private Optional<Path> call(String method, String path) {
        String bare = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        return paths.stream()
                .filter(candidate -> candidate.pattern().matcher(bare).matches()
                        && candidate.calls().path(method.toLowerCase(Locale.ROOT)).isObject())
                .findFirst();
    }

    /** What is wrong with the answer; null when nothing is, or when no document has the call. */
    public @Nullable String violation(String method, String path, int status, String body) {
        return call(method, path)
                .map(found -> violation(found, method, found.calls().path(method.toLowerCase(Locale.ROOT)), status, body))
                .orElse(null);
    }

    private @Nullable String violation(Path path, String method, JsonNode call, int status, String body) {
        String name = method + " " + path.template() + " " + status;
        JsonNode response = resolve(path.document(), call.path("responses").path(String.valueOf(status)));
        if (response.isMissingNode()) {
            return name + " is not in the document: " + body;
        }
        JsonNode content = response.path("content");
        JsonNode schema = content.path("application/json").path("schema");
        if (content.has("application/octet-stream")) {
            return null;
        }
        if (schema.isMissingNode()) {
            return body.isEmpty() ? null : name + " has no body in the document: " + body;
        }
        var violations = compiled.computeIfAbsent(name, key -> compile(path.document(), schema))
                .validate(JSON.readTree(body));
        return violations.isEmpty() ? null : name + ": " + violations + " in " + body;
    }

    private static Schema compile(ObjectNode document, JsonNode schema) {
        ObjectNode root = document.deepCopy();
        if (schema instanceof ObjectNode object) {
            root.setAll(object);
        }
        return REGISTRY.getSchema(root);
    }

    private static JsonNode resolve(ObjectNode document, JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? document.at(reference.asString().substring(1)) : node;
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiDocuments::close);
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static long variables(String template) {
        return template.chars().filter(character -> character == '{').count();
    }
}
