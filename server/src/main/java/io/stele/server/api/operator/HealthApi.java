package io.stele.server.api.operator;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;

/** {@code GET /health}: 200 while the server can do its work, else 503. */
@Controller("/health")
@ExecuteOn(TaskExecutors.BLOCKING)
class HealthApi {

    private final Health health;

    HealthApi(Health health) {
        this.health = health;
    }

    @Serdeable
    record Report(String status) {}

    @Get
    HttpResponse<Report> report() {
        return health.isUp()
                ? HttpResponse.ok(new Report("UP"))
                : HttpResponse.<Report>serverError().status(503).body(new Report("DOWN"));
    }
}
