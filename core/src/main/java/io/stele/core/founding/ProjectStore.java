package io.stele.core.founding;

import io.stele.core.channel.Endpoint;
import io.stele.core.channel.Sender;
import io.stele.core.project.App;
import io.stele.core.project.NewKey;
import io.stele.core.project.Project;
import io.stele.core.project.ProjectId;
import java.util.List;
import java.util.Optional;

/** Writes projects. */
public interface ProjectStore {

    /** Everything that a project starts with. */
    record Founding(
            Project project, List<App> apps, List<Sender> senders, List<Endpoint> endpoints, List<NewKey> keys) {
        public Founding {
            apps = List.copyOf(apps);
            senders = List.copyOf(senders);
            endpoints = List.copyOf(endpoints);
            keys = List.copyOf(keys);
        }
    }

    /** Whether no project has been made yet. */
    boolean isEmpty();

    /** The project that was made first; empty when none has been made. */
    Optional<ProjectId> oldest();

    /**
     * Writes a project with all that it starts with, in one transaction.
     *
     * @throws AlreadyTaken when a phone number id or a key belongs to another project
     */
    void found(Founding founding);

    /** Something that is unique among all projects is in use. */
    final class AlreadyTaken extends RuntimeException {
        public AlreadyTaken(String what) {
            super(what);
        }
    }
}
