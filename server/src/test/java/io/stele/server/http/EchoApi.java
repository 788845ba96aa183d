package io.stele.server.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.stele.core.project.ApiKey;
import io.stele.core.project.ApiKeys;
import io.stele.core.project.KeyKind;
import io.stele.core.project.Mode;
import io.stele.core.project.Principal;
import io.stele.core.project.ProjectId;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small API, with what every real one has in common and nothing else. */
@Controller("/echo")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "echo")
class EchoApi {

    static final String KEY = "echo_key";

    @Serdeable
    record Inner(@Nullable String title) {}

    @Serdeable
    record Wire(
            @Nullable String text,
            @Nullable Boolean flag,
            @Nullable Integer count,
            @Nullable BigDecimal degrees,
            @Nullable List<Inner> inners,
            @Nullable Map<String, String> labels) {}

    /** An answer that the framework cannot write: it is nested too deep. */
    @Serdeable
    record Unwritable(String words, JsonNode deep) {}

    private final WireReader reader;
    private final AnswerRoom room;

    EchoApi(WireReader reader, AnswerRoom room) {
        this.reader = reader;
        this.room = room;
    }

    @Get("/of/{id}")
    Map<String, String> of(String id) {
        return Map.of("id", id);
    }

    @Get("/greedy/{id:.*}")
    Map<String, String> greedy(String id) {
        return Map.of("id", id);
    }

    /** More than the system keeps of what nobody reads. */
    @Get("/file")
    StreamedFile file(HttpRequest<?> request) {
        int size = 16_000_000;
        return new StreamedFile(
                room.hold(request, size, () -> new byte[size]), MediaType.APPLICATION_OCTET_STREAM_TYPE, 0, size);
    }

    @Get("/me")
    Map<String, String> me(Principal principal) {
        return Map.of("kind", principal.kind().name());
    }

    @Post("/exact")
    @Consumes(MediaType.ALL)
    HttpResponse<Wire> exact(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return HttpResponse.accepted().body(reader.read(request, body, Wire.class, Strictness.EXACT));
    }

    @Post("/exact/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<Wire> exactOf(HttpRequest<?> request, String id, @Body byte @Nullable [] body) {
        return HttpResponse.accepted().body(reader.read(request, body, Wire.class, Strictness.EXACT));
    }

    @Post("/lenient")
    @Consumes(MediaType.ALL)
    Wire lenient(HttpRequest<?> request, @Body byte @Nullable [] body) {
        return reader.read(request, body, Wire.class, Strictness.NUMBERS_AS_TEXT);
    }

    @Post("/bare")
    @Consumes(MediaType.ALL)
    Map<String, Boolean> bare() {
        return Map.of("success", true);
    }

    /** Asks for no key. */
    @Post("/open")
    @Consumes(MediaType.ALL)
    Map<String, Boolean> open() {
        return Map.of("success", true);
    }

    @Get("/fault")
    Map<String, String> fault() {
        throw new IllegalStateException("select secret from nowhere");
    }

    @Get("/unwritable/{id}")
    Unwritable unwritable(String id) {
        JsonNode deep = JsonNode.createStringNode("secret");
        for (int i = 0; i < 100; i++) {
            deep = JsonNode.createArrayNode(List.of(deep));
        }
        return new Unwritable("secret " + id, deep);
    }

    @Get("/quoting/{id}")
    Map<String, String> quoting(String id) {
        throw new IllegalStateException("outer", new SQLException("Key (address)=(secret " + id + ") already exists"));
    }

    @Singleton
    @Requires(property = "echo")
    static class Flavour implements ApiFlavour {

        @Override
        public boolean serves(String path) {
            return path.startsWith("/echo");
        }

        @Override
        public boolean isOpen(String path) {
            return path.equals("/echo/open");
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public boolean recognises(String key) {
            return key.startsWith("echo_");
        }

        @Override
        public Optional<String> key(HttpRequest<?> request) {
            return Keys.bearer(request);
        }

        @Override
        public Set<KeyKind> kinds(String path) {
            return Set.of(KeyKind.ZAVU);
        }

        @Override
        public MutableHttpResponse<?> render(Refusal refusal, HttpRequest<?> request) {
            HttpStatus status = switch (refusal) {
                case Refusal.ByDomain(Rejection.Overloaded _) -> HttpStatus.SERVICE_UNAVAILABLE;
                case Refusal.ByDomain _, Refusal.BadField _, Refusal.BadBody _ -> HttpStatus.BAD_REQUEST;
                case Refusal.KeyMissing _, Refusal.KeyRefused _ -> HttpStatus.UNAUTHORIZED;
                case Refusal.UnknownPath _ -> HttpStatus.NOT_FOUND;
                case Refusal.WrongMethod _ -> HttpStatus.METHOD_NOT_ALLOWED;
                case Refusal.WrongContentType _, Refusal.WrongContentCoding _ -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
                case Refusal.BodyTooLarge _ -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
                case Refusal.NotOffered _ -> HttpStatus.NOT_IMPLEMENTED;
                case Refusal.TooMany _ -> HttpStatus.TOO_MANY_REQUESTS;
                case Refusal.Fault _ -> HttpStatus.INTERNAL_SERVER_ERROR;
            };
            return HttpResponse.status(status).contentType(MediaType.APPLICATION_JSON_TYPE).body(Map.of("why", refusal.toString()));
        }

        @Override
        public void describe(RateLimit.Standing standing, MutableHttpResponse<?> response) {
            response.header("X-Remaining", String.valueOf(standing.remaining()));
        }
    }

    @Singleton
    @Primary
    @Requires(property = "echo")
    static class OneKey implements ApiKeys {

        @Override
        public Optional<Principal> owner(String hash) {
            return hash.equals(new ApiKey(KEY).hash())
                    ? Optional.of(new Principal(
                            new UUID(0, 1), new ProjectId(new UUID(0, 2)), Mode.LIVE, KeyKind.ZAVU, null))
                    : Optional.empty();
        }
    }
}
