package io.stele.server.api.hook;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.connector.whatsapp.WhatsAppSettings;
import io.stele.adapters.connector.whatsapp.webhook.MetaSignature;
import io.stele.adapters.connector.whatsapp.webhook.VerificationRequest;
import io.stele.adapters.connector.whatsapp.webhook.WhatsAppWebhook;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.EndpointScopes;
import io.stele.core.channel.EndpointSettings;
import io.stele.core.identity.Ksuid;
import io.stele.core.inbound.Heard;
import io.stele.core.inbound.Inbox;
import io.stele.core.inbound.Unhandled;
import io.stele.core.message.Json;
import io.stele.core.project.Scope;
import io.stele.server.http.JsonBodies;
import io.stele.server.http.Refusal;
import io.stele.server.http.RefusedException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what Meta posts to the address of a WhatsApp number. */
@Singleton
final class WhatsAppHook {

    private static final Logger LOG = LoggerFactory.getLogger(WhatsAppHook.class);

    private static final String ERRORS = "errors";
    private static final int LONGEST_WORD = 100;

    private final EndpointScopes scopes;
    private final Directory directory;
    private final EndpointSettings settings;
    private final WhatsAppWebhook webhook;
    private final Inbox inbox;
    private final InstantSource clock;

    WhatsAppHook(
            EndpointScopes scopes,
            Directory directory,
            EndpointSettings settings,
            WhatsAppWebhook webhook,
            Inbox inbox,
            InstantSource clock) {
        this.scopes = scopes;
        this.directory = directory;
        this.settings = settings;
        this.webhook = webhook;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Answers Meta's question whether this is the right address.
     *
     * @return the challenge
     * @throws RefusedException when there is no such number, or whoever asks does not know its verify token
     */
    String verify(String path, String endpoint, VerificationRequest request) {
        Set<String> tokens = settings(number(path, endpoint)).verifyToken().stream().collect(Collectors.toSet());
        return request.answer(tokens).orElseThrow(() -> new RefusedException(new Refusal.KeyRefused()));
    }

    /**
     * Whether to read at all what somebody wants to post.
     *
     * @param signature the header's value; null when there was none
     * @throws RefusedException when there is no such number, or no signature
     */
    void expect(String path, String endpoint, @Nullable String signature) {
        number(path, endpoint);
        if (!MetaSignature.isOne(signature)) {
            throw new RefusedException(new Refusal.KeyRefused());
        }
    }

    /**
     * Takes in what was posted, durably. Where a part of it is about a number of the project that has another app's secret, the others are taken in
     * and the whole is refused, so that Meta posts it again: the number's secret may be about to change.
     *
     * @param signature the header's value; null when there was none
     * @throws RefusedException when there is no such number, when the bytes are not signed with its app's secret, or are no JSON
     */
    void take(String path, String endpoint, byte[] body, @Nullable String signature) {
        Endpoint number = number(path, endpoint);
        Instant now = clock.instant();
        Set<String> secrets = settings(number).appSecrets(now);
        if (!MetaSignature.isValid(secrets, body, signature)) {
            throw new RefusedException(new Refusal.KeyRefused());
        }
        Siblings siblings = new Siblings(directory, number, found -> sharesOne(settings(found).appSecrets(now), secrets));
        Heard heard = webhook.read(tree(body), number, siblings);
        inbox.take(heard);
        heard.unhandled().forEach(each -> log(number, each));
        if (siblings.foundAnothers()) {
            throw new RefusedException(new Refusal.KeyRefused());
        }
    }

    private static boolean sharesOne(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(others::contains);
    }

    private Endpoint number(String path, String endpoint) {
        return Ksuid.parse(endpoint)
                .map(EndpointId::new)
                .flatMap(id -> scopes.of(id).flatMap(scope -> served(scope, id)))
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownPath(path)));
    }

    /** One that another node has connected just now is served, too. */
    private Optional<Endpoint> served(Scope scope, EndpointId id) {
        return directory.endpoint(scope, id).filter(Siblings::isServed).or(() -> {
            directory.refresh(scope.project());
            return directory.endpoint(scope, id).filter(Siblings::isServed);
        });
    }

    private WhatsAppSettings settings(Endpoint endpoint) {
        return WhatsAppSettings.of(settings.of(endpoint));
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JsonBodies.readDeep(body);
        } catch (IOException e) {
            throw new RefusedException(new Refusal.BadBody("The body is not valid JSON"));
        }
    }

    /** What it was about, and not a word of what a person said. An error is Meta's own word, and somebody has to hear of it. */
    private static void log(Endpoint number, Unhandled unhandled) {
        if (unhandled.topic().equals(ERRORS)) {
            LOG.warn(
                    "Meta reports error {} ({}) of {}",
                    word(unhandled, "code"),
                    word(unhandled, "title"),
                    number.id().value());
            return;
        }
        LOG.info(
                "Nothing came of \"{}\", which Meta posted to {}: {}",
                unhandled.topic().replaceAll("[^A-Za-z0-9_]", "?"),
                number.id().value(),
                unhandled.reason());
    }

    private static String word(Unhandled unhandled, String name) {
        String word =
                switch (unhandled.details().members().get(name)) {
                    case Json.Text(String text) -> text;
                    case Json.Number(var code) when code.precision() + Math.abs((long) code.scale()) < LONGEST_WORD ->
                        code.toPlainString();
                    case null -> "";
                    case Json.Number _, Json.Members _, Json.Elements _, Json.Truth _, Json.Null _ -> "";
                };
        return word.substring(0, Math.min(word.length(), LONGEST_WORD)).replaceAll("[^\\x20-\\x7e]", "?");
    }
}
