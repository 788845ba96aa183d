package io.stele.server.start;

import io.stele.core.founding.Founder;
import io.stele.core.founding.ProjectStore;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes the first project. */
@Singleton
final class FirstStart {

    private final ProjectStore projects;
    private final Founder founder;
    private final Settings settings;

    FirstStart(ProjectStore projects, Founder founder, Settings settings) {
        this.projects = projects;
        this.founder = founder;
        this.settings = settings;
    }

    /**
     * Makes the first project where there is none.
     *
     * @return what was made; empty when there was one, or when another node made it at the same time
     */
    Optional<Founder.Founded> foundFirstProject() {
        if (!projects.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(founder.found(Plans.first(settings.bootstrap())));
        } catch (ProjectStore.AlreadyTaken e) {
            if (projects.isEmpty()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
