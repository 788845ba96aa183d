package io.stele.adapters.kapso.webhook;

import io.stele.adapters.FieldPath;
import io.stele.adapters.Required;
import io.stele.adapters.WireException;
import io.stele.adapters.webhook.OwnHeaders;
import io.stele.adapters.webhook.transport.WebhookUrls;
import io.stele.contracts.kapso.WebhookRequest;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookTarget;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants of a webhook (contract section 3.7): all that can be said of it without knowing the webhook has been checked. What the request does
 * not say leaves what is there.
 */
public final class KapsoWebhookWish {

    /** Where in the body the wish stands. */
    public static final String WRAPPER = "whatsapp_webhook";

    private static final FieldPath PATH = FieldPath.of(WRAPPER);
    private static final String EVENTS = "events";
    private static final String BUFFER_EVENTS = "buffer_events";
    private static final int LONGEST_SECRET = 1024;
    private static final int LONGEST_WINDOW_SECONDS = 60;
    private static final int LARGEST_BUFFER = 100;
    private static final int LONGEST_SILENCE_MINUTES = 1440;

    /** What a webhook is where nothing else is said. */
    static final WebhookForm.Kapso USUAL = new WebhookForm.Kapso(
            new WebhookForm.Buffering(false, Duration.ofSeconds(5), 50, Set.of()), Duration.ofMinutes(60), "v2");

    private final WebhookRequest request;
    private final @Nullable Map<String, String> headers;

    private KapsoWebhookWish(WebhookRequest request, @Nullable Map<String, String> headers) {
        this.request = request;
        this.headers = headers;
    }

    /**
     * Reads what a request wants.
     *
     * @throws WireException when a member is wrong whatever the webhook is
     */
    public static KapsoWebhookWish of(WebhookRequest request, WebhookUrls urls) {
        if (request.url() != null) {
            urls.check(request.url()).ifPresent(fault -> {
                throw wrong("url", fault.reason());
            });
        }
        requireOneOf("kind", request.kind(), "kapso", "meta");
        requireOneOf("payload_version", request.payloadVersion(), "v1", "v2");
        requireSecret(request.secretKey());
        requireRange("buffer_window_seconds", request.bufferWindowSeconds(), LONGEST_WINDOW_SECONDS);
        requireRange("max_buffer_size", request.maxBufferSize(), LARGEST_BUFFER);
        requireRange("inactivity_minutes", request.inactivityMinutes(), LONGEST_SILENCE_MINUTES);
        requireNames(EVENTS, request.events());
        requireNames(BUFFER_EVENTS, request.bufferEvents());
        requireBufferable(request.bufferEvents());
        return new KapsoWebhookWish(
                request,
                request.headers() == null ? null : OwnHeaders.checked(request.headers(), PATH.member("headers")));
    }

    /** Whose events a new webhook is to be told; null for the project's own. */
    public @Nullable String phoneNumberId() {
        return request.phoneNumberId();
    }

    /**
     * Insists on what only a webhook of a number can have.
     *
     * @throws WireException when the project's own webhook is to be told in Meta's form, or of what happens at a number
     */
    public void requireOfProject() {
        if (isMeta()) {
            throw wrong("phone_number_id", "is required of a webhook of the kind meta");
        }
        for (String event : Objects.requireNonNullElse(request.events(), List.<String>of())) {
            if (KapsoEventNames.level(event).filter(KapsoEvent.Level.NUMBER::equals).isPresent()) {
                throw wrong("phone_number_id", "is required for " + event);
            }
        }
    }

    /**
     * The webhook as it is wanted when it is new. That of a number needs a secret; that of the project keeps what it has when none is given.
     *
     * @param blank the webhook with nothing but its id, its scope, its target, its moment, and perhaps a secret
     * @throws WireException when something is missing, or does not go together with the target
     */
    public Webhook made(Webhook blank) {
        require(request.url(), "url");
        if (!isMeta()) {
            Required.elements(request.events(), PATH.member(EVENTS));
        }
        if (blank.target() instanceof WebhookTarget.OfEndpoint) {
            require(request.secretKey(), "secret_key");
        }
        return wanted(blank, isMeta() ? new WebhookForm.Meta() : USUAL, blank.createdAt());
    }

    /**
     * The webhook as it is wanted when it is there already.
     *
     * @param phoneNumberId Meta's id of the webhook's number; null when it has none
     * @throws WireException when what cannot be changed would change, or when something does not go together with the webhook
     */
    public Webhook appliedTo(Webhook webhook, @Nullable String phoneNumberId, Instant now) {
        if (request.kind() != null && isMeta() != webhook.form() instanceof WebhookForm.Meta) {
            throw wrong("kind", "cannot be changed");
        }
        if (request.phoneNumberId() != null && !request.phoneNumberId().equals(phoneNumberId)) {
            throw wrong("phone_number_id", "cannot be changed");
        }
        return wanted(webhook, webhook.form(), now);
    }

    private boolean isMeta() {
        return "meta".equals(request.kind());
    }

    private Webhook wanted(Webhook webhook, WebhookForm before, Instant now) {
        return new Webhook(
                webhook.id(),
                webhook.scope(),
                webhook.target(),
                form(before),
                Objects.requireNonNullElse(request.url(), webhook.url()),
                events(webhook, before),
                Objects.requireNonNullElse(request.active(), webhook.active()),
                Objects.requireNonNullElse(headers, webhook.headers()),
                request.secretKey() == null ? webhook.secret() : request.secretKey(),
                webhook.createdAt(),
                now);
    }

    /** Meta's form takes all events. */
    private Set<String> events(Webhook webhook, WebhookForm form) {
        if (request.events() == null || form instanceof WebhookForm.Meta) {
            return webhook.events();
        }
        List<String> names = Required.elements(request.events(), PATH.member(EVENTS));
        KapsoEvent.Level level =
                switch (webhook.target()) {
                    case WebhookTarget.OfProject _ -> KapsoEvent.Level.PROJECT;
                    case WebhookTarget.OfEndpoint _, WebhookTarget.OfSender _, WebhookTarget.OfApp _ ->
                        KapsoEvent.Level.NUMBER;
                };
        for (int i = 0; i < names.size(); i++) {
            if (KapsoEventNames.level(names.get(i)).filter(level::equals).isEmpty()) {
                throw new WireException(
                        PATH.member(EVENTS).element(i),
                        switch (level) {
                            case PROJECT -> "is told to webhooks of a phone number only";
                            case NUMBER -> "is told to webhooks of the project only";
                        });
            }
        }
        return new LinkedHashSet<>(names);
    }

    private WebhookForm form(WebhookForm before) {
        return switch (before) {
            case WebhookForm.Kapso form -> new WebhookForm.Kapso(
                    buffering(form.buffering()),
                    request.inactivityMinutes() == null
                            ? form.silence()
                            : Duration.ofMinutes(request.inactivityMinutes()),
                    Objects.requireNonNullElse(request.payloadVersion(), form.payloadVersion()));
            case WebhookForm.Meta form -> {
                if (Boolean.TRUE.equals(request.bufferEnabled())) {
                    throw wrong("buffer_enabled", "must be false for a webhook of the kind meta");
                }
                yield form;
            }
            case WebhookForm.Zavu _, WebhookForm.Chirp _ -> throw new IllegalArgumentException("a webhook of Kapso's");
        };
    }

    private WebhookForm.Buffering buffering(WebhookForm.Buffering before) {
        return new WebhookForm.Buffering(
                Objects.requireNonNullElse(request.bufferEnabled(), before.enabled()),
                request.bufferWindowSeconds() == null
                        ? before.window()
                        : Duration.ofSeconds(request.bufferWindowSeconds()),
                Objects.requireNonNullElse(request.maxBufferSize(), before.mostMessages()),
                request.bufferEvents() == null ? before.events() : Set.copyOf(request.bufferEvents()));
    }

    private static void requireSecret(@Nullable String secret) {
        if (secret != null
                && (secret.isEmpty()
                        || secret.length() > LONGEST_SECRET
                        || !StandardCharsets.UTF_8.newEncoder().canEncode(secret))) {
            throw wrong("secret_key", "must have 1 to " + LONGEST_SECRET + " characters");
        }
    }

    private static void requireNames(String member, @Nullable List<String> names) {
        List<String> there = Required.optionalElements(names, PATH.member(member));
        for (int i = 0; i < there.size(); i++) {
            if (KapsoEventNames.level(there.get(i)).isEmpty()) {
                throw new WireException(PATH.member(member).element(i), "is not the name of an event");
            }
        }
    }

    /** Of names that are events' names. */
    private static void requireBufferable(@Nullable List<String> names) {
        List<String> there = Required.optionalElements(names, PATH.member(BUFFER_EVENTS));
        for (int i = 0; i < there.size(); i++) {
            if (KapsoEvent.of(there.get(i)).filter(KapsoEvent::canBeBuffered).isEmpty()) {
                throw new WireException(
                        PATH.member(BUFFER_EVENTS).element(i),
                        "is never buffered; only " + KapsoEvent.MESSAGE_RECEIVED.word() + " is");
            }
        }
    }

    private static void requireOneOf(String member, @Nullable String word, String one, String other) {
        if (word != null && !word.equals(one) && !word.equals(other)) {
            throw wrong(member, "must be " + one + " or " + other);
        }
    }

    private static void requireRange(String member, @Nullable Integer number, int most) {
        if (number != null && (number < 1 || number > most)) {
            throw wrong(member, "must be from 1 to " + most);
        }
    }

    private static void require(@Nullable Object value, String member) {
        Required.present(value, PATH.member(member));
    }

    private static WireException wrong(String member, String reason) {
        return new WireException(PATH.member(member), reason);
    }
}
