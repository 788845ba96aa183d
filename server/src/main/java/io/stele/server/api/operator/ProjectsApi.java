package io.stele.server.api.operator;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.stele.adapters.WholeText;
import io.stele.core.founding.Founder;
import io.stele.server.http.RefusedException;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import io.stele.server.start.Plans;
import org.jspecify.annotations.Nullable;

/** {@code POST /operator/projects} makes a project and shows its keys, this once. Not there when no operator's token is set. */
@Controller("/operator/projects")
@Requires(property = ProjectsApi.TOKEN)
@ExecuteOn(TaskExecutors.BLOCKING)
class ProjectsApi {

    static final String TOKEN = "stele.operator-token";

    private static final int LONGEST_NAME = 100;

    private final Founder founder;
    private final WireReader reader;

    ProjectsApi(Founder founder, WireReader reader) {
        this.founder = founder;
        this.reader = reader;
    }

    @Serdeable
    record NewProject(@Nullable String name) {}

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<FoundedProject> make(HttpRequest<?> request, @Body byte @Nullable [] body) {
        String name = name(reader.read(request, body, NewProject.class, Strictness.EXACT));
        return HttpResponse.created(FoundedProject.of(founder.found(Plans.named(name))));
    }

    private static String name(NewProject project) {
        String given = WholeText.require(project.name(), "name");
        String name = given == null ? "" : given.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw RefusedException.field("name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }
}
