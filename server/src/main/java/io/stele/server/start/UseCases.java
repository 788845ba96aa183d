package io.stele.server.start;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.stele.adapters.connector.sandbox.SandboxConnector;
import io.stele.core.channel.Directory;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.channel.NumberLookup;
import io.stele.core.commit.Inflow;
import io.stele.core.commit.SharedCommits;
import io.stele.core.connection.Connections;
import io.stele.core.connection.DeclaredNumbers;
import io.stele.core.connection.NumberStore;
import io.stele.core.connection.WhatsApp;
import io.stele.core.contact.ConsentWords;
import io.stele.core.contact.ContactBook;
import io.stele.core.delivery.Attempt;
import io.stele.core.delivery.Connector;
import io.stele.core.delivery.Connectors;
import io.stele.core.delivery.Deliveries;
import io.stele.core.delivery.Fallback;
import io.stele.core.delivery.RetryPolicy;
import io.stele.core.founding.Founder;
import io.stele.core.founding.ProjectStore;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.Inbox;
import io.stele.core.inbound.ReadMarks;
import io.stele.core.intake.Intake;
import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.References;
import io.stele.core.media.AskedMedia;
import io.stele.core.media.MediaFetch;
import io.stele.core.media.MediaFetches;
import io.stele.core.media.MediaQueue;
import io.stele.core.media.MediaStore;
import io.stele.core.message.MessageLog;
import io.stele.core.template.TemplateBook;
import io.stele.server.secret.SecretKeys;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Puts the use cases of the domain together. Their clock is the framework's. */
@Factory
final class UseCases {

    private static final long BYTES_PER_MEGABYTE = 1024 * 1024;

    /** Twice of what a provider may take to say where a file is, and then to begin with it. */
    private static final Duration MEDIA_LEASE = Connector.DEADLINE.multipliedBy(4);

    /** Short enough that hardly any client has gone away by then. */
    private static final Duration MEDIA_PATIENCE = Duration.ofSeconds(15);

    /** Clients give up after ten seconds and more: who must be refused should hear of it before. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    @Singleton
    KsuidGenerator ids(InstantSource clock) {
        return new KsuidGenerator(clock);
    }

    @Singleton
    References references(MessageLog messages) {
        return new References(messages);
    }

    @Singleton
    Connectors connectors(List<Connector> connectors) {
        return new Connectors(connectors);
    }

    @Singleton
    Fallback fallback(Directory directory, InstantSource clock) {
        return new Fallback(directory, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Inbox inbox(
            InboundStore store,
            References references,
            Fallback fallback,
            KsuidGenerator ids,
            InstantSource clock,
            Inflow inflow,
            Database database) {
        return new Inbox(
                store,
                references,
                fallback,
                ids,
                clock,
                inflow,
                new SharedCommits.Limits(database.writersAtOnce(), 100, 5_000, LONGEST_WAIT));
    }

    @Singleton
    ReadMarks readMarks(InboundStore store, Directory directory, Connectors connectors, InstantSource clock) {
        return new ReadMarks(store, directory, connectors, clock);
    }

    @Singleton
    Attempt attempt(Connectors connectors, Fallback fallback, InstantSource clock) {
        return new Attempt(connectors, RetryPolicy.STANDARD, fallback, clock, new Random());
    }

    @Singleton
    Inflow inflow() {
        return new Inflow();
    }

    @Singleton
    @Bean(preDestroy = "close")
    Intake intake(
            Directory directory,
            References references,
            ContactBook contacts,
            TemplateBook templates,
            IntakeStore store,
            KsuidGenerator ids,
            InstantSource clock,
            Database database,
            Inflow inflow,
            Deliveries deliveries) {
        SharedCommits.Limits limits = new SharedCommits.Limits(database.writersAtOnce(), 256, 4096, LONGEST_WAIT);
        return new Intake(
                directory, references, contacts, templates, store, ids, clock, limits, inflow, deliveries::wake);
    }

    /** Where no connector can look numbers up, Meta is as good as away. */
    @Singleton
    Connections connections(
            Optional<NumberLookup> lookup,
            NumberStore store,
            EndpointSettings settings,
            KsuidGenerator ids,
            InstantSource clock) {
        return new Connections(
                lookup.orElse((_, _) -> new NumberLookup.Answer.Unavailable()),
                store,
                settings,
                ids,
                UuidCreator::getTimeOrderedEpoch,
                clock,
                WhatsApp.CONNECTOR);
    }

    @Singleton
    DeclaredNumbers declaredNumbers(
            NumberStore store, EndpointSettings settings, KsuidGenerator ids, InstantSource clock) {
        return new DeclaredNumbers(store, settings, ids, UuidCreator::getTimeOrderedEpoch, clock);
    }

    @Singleton
    ConsentWords consentWords(Settings settings) {
        return settings.consentWords();
    }

    @Singleton
    SecretKeys secretKeys(Settings settings) {
        return settings.secrets().secretKeys();
    }

    @Singleton
    MediaFetch mediaFetch(
            MediaQueue queue,
            Directory directory,
            Connectors connectors,
            @Value("${stele.media-limit:100}") int megabytes,
            InstantSource clock) {
        return new MediaFetch(
                queue,
                directory,
                connectors,
                new MediaFetch.Limits(megabytes * BYTES_PER_MEGABYTE, MEDIA_LEASE),
                clock,
                new Random());
    }

    @Singleton
    @Bean(preDestroy = "close")
    AskedMedia askedMedia(MediaStore store, MediaFetches fetches, InstantSource clock) {
        return new AskedMedia(store, fetches, MEDIA_PATIENCE, clock);
    }

    @Singleton
    Founder founder(ProjectStore store, KsuidGenerator ids, InstantSource clock) {
        return new Founder(store, ids, UuidCreator::getTimeOrderedEpoch, clock, SandboxConnector.NAME);
    }
}
