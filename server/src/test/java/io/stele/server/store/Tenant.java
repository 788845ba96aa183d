package io.stele.server.store;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.founding.Founder;
import io.stele.core.founding.ProjectStore;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.ApiKey;
import io.stele.core.project.KeyKind;
import io.stele.core.project.Mode;
import io.stele.core.project.Scope;
import java.util.UUID;

/** A project with a sender that has an endpoint on every channel, live and test, all on the sandbox. */
public record Tenant(TestStore store, Founder.Founded founded) {

    /** A new project. */
    public static Tenant found(TestStore store) {
        KsuidGenerator ids = store.get(KsuidGenerator.class);
        Founder founder = new Founder(
                store.get(ProjectStore.class), ids, UUID::randomUUID, store.clock(), "sandbox");
        return new Tenant(
                store,
                founder.found(new Founder.Plan(
                        "Acme",
                        new PhoneNumber("+15550100001"),
                        "pn-" + ids.next(),
                        "waba-1",
                        "acme.example.com",
                        new Founder.Keys(
                                key(KeyKind.ZAVU, Mode.LIVE),
                                key(KeyKind.ZAVU, Mode.TEST),
                                key(KeyKind.KAPSO, Mode.LIVE),
                                key(KeyKind.CHIRP_ADMIN, Mode.LIVE),
                                key(KeyKind.CHIRP_APP, Mode.LIVE),
                                key(KeyKind.CHIRP_APP, Mode.TEST)))));
    }

    private static ApiKey key(KeyKind kind, Mode mode) {
        return ApiKey.generate(ApiKey.prefix(kind, mode));
    }

    public Scope live() {
        return new Scope(founded.project().id(), Mode.LIVE);
    }

    public Scope test() {
        return new Scope(founded.project().id(), Mode.TEST);
    }

    public Endpoint endpoint(Channel channel) {
        return endpoint(live(), channel);
    }

    public Endpoint endpoint(Scope scope, Channel channel) {
        return store.get(Directory.class).endpoints(scope).stream()
                .filter(endpoint -> endpoint.channel() == channel)
                .findFirst()
                .orElseThrow();
    }

    public Endpoint whatsApp() {
        return endpoint(Channel.WHATSAPP);
    }
}
