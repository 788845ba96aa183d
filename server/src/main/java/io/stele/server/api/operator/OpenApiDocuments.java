package io.stele.server.api.operator;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.server.http.Refusal;
import io.stele.server.http.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** {@code GET /openapi/zavu.yml}, {@code chirp.yml}, {@code kapso.yml} and {@code stele.yml}: what each API is, for machines. */
@Controller("/openapi")
@ExecuteOn(TaskExecutors.BLOCKING)
class OpenApiDocuments {

    private static final Set<String> DOCUMENTS = Set.of("zavu.yml", "chirp.yml", "kapso.yml", "stele.yml");
    private static final String YAML = "application/yaml; charset=utf-8";

    private final ResourceLoader resources;

    OpenApiDocuments(ResourceLoader resources) {
        this.resources = resources;
    }

    @Get("/{document}")
    HttpResponse<byte[]> document(HttpRequest<?> request, String document) throws IOException {
        if (!DOCUMENTS.contains(document)) {
            throw new RefusedException(new Refusal.UnknownPath(request.getPath()));
        }
        try (InputStream stream = resources
                .getResourceAsStream("classpath:openapi/" + document)
                .orElseThrow(() -> new IllegalStateException("the contracts have no " + document))) {
            return HttpResponse.ok(stream.readAllBytes()).contentType(YAML);
        }
    }
}
