package io.stele.server.start;

import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.connection.DeclaredNumbers;
import io.stele.core.connection.NewNumber;
import io.stele.core.connection.WhatsApp;
import io.stele.core.founding.ProjectStore;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects the numbers that the settings file lists, or brings them up to date. One that is listed no more is left as it is. */
@Singleton
final class NumbersAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(NumbersAtStart.class);

    private final DeclaredNumbers declared;
    private final ProjectStore projects;
    private final Directory directory;
    private final Settings settings;

    NumbersAtStart(DeclaredNumbers declared, ProjectStore projects, Directory directory, Settings settings) {
        this.declared = declared;
        this.projects = projects;
        this.directory = directory;
        this.settings = settings;
    }

    /**
     * Connects them, live. What is as it should be is not written again.
     *
     * @throws SettingsException when one names a project that is not there, or is connected in another
     */
    void connect() {
        for (DeclaredNumber number : settings.numbers()) {
            Endpoint endpoint = connected(number);
            LOG.info("The WhatsApp number {} is connected; Meta posts to /hooks/whatsapp/{}", number.phoneNumberId(), endpoint.id().value());
        }
    }

    private Endpoint connected(DeclaredNumber number) {
        NewNumber wanted = new NewNumber(
                new Scope(project(number), Mode.LIVE),
                WhatsApp.CONNECTOR,
                number.phoneNumber(),
                new Endpoint.WhatsAppNumber(number.phoneNumberId(), number.businessAccountId()),
                number.name().orElse(number.phoneNumber().value()),
                null,
                number.settings());
        try {
            return declared.declare(wanted, number.name().isPresent());
        } catch (RejectedException e) {
            throw number.listed()
                    .wrong(
                            DeclaredNumber.PHONE_NUMBER_ID,
                            "is connected in another project, or its phone number is that of another number");
        }
    }

    private ProjectId project(DeclaredNumber number) {
        return number.project()
                .or(projects::oldest)
                .filter(id -> directory.project(id).isPresent())
                .orElseThrow(() -> number.listed().wrong(DeclaredNumber.PROJECT, "must be the id of a project"));
    }
}
