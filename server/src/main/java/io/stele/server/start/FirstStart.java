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
     * Makes the first project where there is none. Its keys are told before it is written: what is kept of them is a hash, so that a
     * process which dies in between must not have made what nobody can open.
     *
     * @return what was made; empty when there was one, or when another node made it at the same time
     */
    Optional<Founder.Founded> foundFirstProject(Banner banner) {
        if (!projects.isEmpty()) {
            return Optional.empty();
        }
        Founder.Plan plan = Plans.first(settings.bootstrap());
        banner.keys(plan.keys());
        try {
            Founder.Founded founded = founder.found(plan);
            banner.project(founded);
            return Optional.of(founded);
        } catch (ProjectStore.AlreadyTaken e) {
            if (projects.isEmpty()) {
                throw e;
            }
            banner.madeByAnotherNode();
            return Optional.empty();
        }
    }
}
