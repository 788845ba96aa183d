package io.stele.core.founding;

import io.stele.core.address.Address;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.ApiKey;
import io.stele.core.project.App;
import io.stele.core.project.AppId;
import io.stele.core.project.KeyKind;
import io.stele.core.project.Mode;
import io.stele.core.project.NewKey;
import io.stele.core.project.Project;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes projects: in each mode an app, and a sender with an endpoint on every channel, all on one connector; and a key for each API. Live and
 * test have the same addresses and never meet.
 */
public final class Founder {

    /** The keys that a project starts with, in clear. */
    public record Keys(
            ApiKey zavu, ApiKey zavuTest, ApiKey kapso, ApiKey chirpAdmin, ApiKey chirpApp, ApiKey chirpTest) {}

    /**
     * What a new project is to be like.
     *
     * @param emailDomain under which its email address stands
     */
    public record Plan(
            String name,
            PhoneNumber phoneNumber,
            String phoneNumberId,
            String businessAccountId,
            String emailDomain,
            Keys keys) {}

    /** A project that was made. */
    public record Founded(Project project, SenderId sender, Plan plan) {}

    private final ProjectStore store;
    private final KsuidGenerator ids;
    private final Supplier<UUID> uuids;
    private final InstantSource clock;
    private final String connector;

    /**
     * @param uuids makes ids that sort by time
     * @param connector the connector that serves the endpoints
     */
    public Founder(
            ProjectStore store, KsuidGenerator ids, Supplier<UUID> uuids, InstantSource clock, String connector) {
        this.store = store;
        this.ids = ids;
        this.uuids = uuids;
        this.clock = clock;
        this.connector = connector;
    }

    /**
     * Makes a project, durably.
     *
     * @throws ProjectStore.AlreadyTaken when the phone number id or a key belongs to another project
     */
    public Founded found(Plan plan) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Project project = new Project(new ProjectId(uuids.get()), plan.name(), now);
        List<App> apps = new ArrayList<>();
        List<Sender> senders = new ArrayList<>();
        List<Endpoint> endpoints = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            Scope scope = new Scope(project.id(), mode);
            App app = new App(
                    new AppId(ids.next()),
                    project.id(),
                    mode,
                    mode == Mode.LIVE ? "default" : "default-test",
                    plan.name(),
                    now);
            Sender sender = new Sender(new SenderId(uuids.get()), scope, plan.name(), true, now);
            apps.add(app);
            senders.add(sender);
            for (Channel channel : Channel.values()) {
                if (channel != Channel.SMS_ONEWAY) {
                    endpoints.add(endpoint(scope, plan, sender, app, channel, now));
                }
            }
        }
        store.found(new ProjectStore.Founding(project, apps, senders, endpoints, keys(plan.keys(), apps)));
        return new Founded(project, senders.getFirst().id(), plan);
    }

    private Endpoint endpoint(Scope scope, Plan plan, Sender sender, App app, Channel channel, Instant now) {
        return new Endpoint(
                new EndpointId(ids.next()),
                scope,
                sender.id(),
                channel == Channel.WHATSAPP ? app.id() : null,
                channel,
                address(plan, channel),
                connector,
                channel == Channel.WHATSAPP ? whatsApp(plan, scope.mode()) : null,
                plan.name(),
                now);
    }

    private static Endpoint.WhatsAppNumber whatsApp(Plan plan, Mode mode) {
        return switch (mode) {
            case LIVE -> new Endpoint.WhatsAppNumber(plan.phoneNumberId(), plan.businessAccountId());
            case TEST -> new Endpoint.WhatsAppNumber(plan.phoneNumberId() + "-test", plan.businessAccountId());
        };
    }

    private static Address address(Plan plan, Channel channel) {
        return switch (channel) {
            case SMS, SMS_ONEWAY, WHATSAPP, VOICE -> plan.phoneNumber();
            case EMAIL -> new EmailAddress("hello@" + plan.emailDomain());
            case TELEGRAM, INSTAGRAM, MESSENGER -> new ChatId(plan.phoneNumber().digits());
        };
    }

    private List<NewKey> keys(Keys keys, List<App> apps) {
        AppId live = apps.getFirst().id();
        AppId test = apps.getLast().id();
        return List.of(
                key(KeyKind.ZAVU, Mode.LIVE, null, keys.zavu()),
                key(KeyKind.ZAVU, Mode.TEST, null, keys.zavuTest()),
                key(KeyKind.KAPSO, Mode.LIVE, null, keys.kapso()),
                key(KeyKind.CHIRP_ADMIN, Mode.LIVE, null, keys.chirpAdmin()),
                key(KeyKind.CHIRP_APP, Mode.LIVE, live, keys.chirpApp()),
                key(KeyKind.CHIRP_APP, Mode.TEST, test, keys.chirpTest()));
    }

    private NewKey key(KeyKind kind, Mode mode, @Nullable AppId app, ApiKey key) {
        return new NewKey(uuids.get(), kind, mode, app, "Default", key.hash());
    }
}
