package io.stele.server.api.zavu;

import io.stele.adapters.zavu.ZavuIds;
import io.stele.adapters.zavu.webhook.ZavuWebhookSecret;
import io.stele.adapters.zavu.webhook.ZavuWebhookWish;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.webhook.HookedSenders;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookForm;
import io.stele.core.webhook.WebhookId;
import io.stele.core.webhook.WebhookTarget;
import io.stele.core.webhook.Webhooks;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The webhooks of senders, of which each has one or none (contract §2.4, §4.1). */
@Singleton
final class SenderWebhooks {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Webhooks webhooks;
    private final HookedSenders senders;
    private final KsuidGenerator ids;
    private final InstantSource clock;

    /**
     * What became of a sender's webhook.
     *
     * @param webhook null when there is none
     * @param minted whether its secret is new, so that it is shown
     */
    record Changed(@Nullable Webhook webhook, boolean minted) {}

    SenderWebhooks(Webhooks webhooks, HookedSenders senders, KsuidGenerator ids, InstantSource clock) {
        this.webhooks = webhooks;
        this.senders = senders;
        this.ids = ids;
        this.clock = clock;
    }

    /** The sender's webhook; empty when it has none. */
    Optional<Webhook> of(Scope scope, SenderId sender) {
        return all(scope)
                .filter(webhook -> webhook.target().equals(new WebhookTarget.OfSender(sender)))
                .findFirst();
    }

    /** The webhooks of the scope's senders. */
    Map<WebhookTarget, Webhook> bySender(Scope scope) {
        return all(scope).collect(Collectors.toMap(Webhook::target, Function.identity()));
    }

    private Stream<Webhook> all(Scope scope) {
        return webhooks.all(scope).stream().filter(webhook -> webhook.form() instanceof WebhookForm.Zavu);
    }

    /**
     * Makes what is wanted of the sender's webhook. Where two want something at once, one sees what the other did.
     *
     * @throws RejectedException when there is no webhook and no URL for one, when the signature would skip a version, or when the sender is gone
     */
    Changed change(Scope scope, SenderId sender, ZavuWebhookWish wish) {
        while (true) {
            Optional<Webhook> before = of(scope, sender);
            if (wish.isEmpty()) {
                return new Changed(before.orElse(null), false);
            }
            if (wish.removal()) {
                before.ifPresent(webhook -> webhooks.remove(scope, webhook.id()));
                return new Changed(null, false);
            }
            Optional<Changed> changed =
                    before.isPresent() ? changed(before.get(), wish) : added(scope, sender, wish);
            if (changed.isPresent()) {
                return changed.get();
            }
        }
    }

    /** @return empty when the webhook has gone meanwhile */
    private Optional<Changed> changed(Webhook before, ZavuWebhookWish wish) {
        Optional<Webhook> after = webhooks.change(
                before.scope(),
                before.id(),
                webhook -> wish.suits(webhook) ? wish.appliedTo(webhook, clock.instant()) : webhook);
        if (after.isPresent() && wish.signature() != null && !wish.form().equals(after.get().form())) {
            throw wrongState("A webhook goes from signature v1 to v2, and back, by way of v1+v2");
        }
        return after.map(webhook -> new Changed(webhook, false));
    }

    /** @return empty when there is one meanwhile */
    private Optional<Changed> added(Scope scope, SenderId sender, ZavuWebhookWish wish) {
        Webhook webhook = made(scope, sender, wish);
        Webhooks.Added added = senders.hook(webhook)
                .orElseThrow(() -> new RejectedException(
                        new Rejection.NotFound(Rejection.Resource.SENDER, ZavuIds.text(sender.value()))));
        return switch (added) {
            case KEPT -> webhooks.webhook(scope, webhook.id()).map(kept -> new Changed(kept, true));
            case TAKEN -> Optional.empty();
            case FULL -> throw webhooks.full();
        };
    }

    /**
     * A webhook for a sender, which is not kept yet.
     *
     * @throws RejectedException when there is no URL for one
     */
    Webhook made(Scope scope, SenderId sender, ZavuWebhookWish wish) {
        if (wish.url() == null) {
            throw wrongState("The sender has no webhook; webhookUrl gives it one");
        }
        return new Webhook(
                new WebhookId(ids.next()),
                scope,
                new WebhookTarget.OfSender(sender),
                wish.form(),
                wish.url(),
                wish.events() == null ? Set.of() : wish.events(),
                wish.active() == null || wish.active(),
                Map.of(),
                ZavuWebhookSecret.mint(RANDOM),
                clock.instant(),
                clock.instant());
    }

    /**
     * Keeps a new sender with its webhook.
     *
     * @return empty when one of the endpoints is taken
     * @throws RejectedException when there are as many webhooks as there may be
     */
    Optional<Sender> add(Sender sender, List<EndpointId> endpoints, Webhook webhook) {
        return switch (senders.add(sender, endpoints, webhook)) {
            case HookedSenders.Made.Kept(Sender kept) -> Optional.of(kept);
            case HookedSenders.Made.Taken() -> Optional.empty();
            case HookedSenders.Made.Full() -> throw webhooks.full();
        };
    }

    /**
     * Gives the sender's webhook a new secret. The old one is dead at once.
     *
     * @return the new one
     * @throws RejectedException when the sender has no webhook
     */
    String rotate(Scope scope, SenderId sender) {
        String secret = ZavuWebhookSecret.mint(RANDOM);
        return of(scope, sender)
                .flatMap(webhook -> webhooks.change(scope, webhook.id(), before -> withSecret(before, secret)))
                .map(_ -> secret)
                .orElseThrow(() -> wrongState("The sender has no webhook"));
    }

    private Webhook withSecret(Webhook webhook, String secret) {
        return new Webhook(
                webhook.id(),
                webhook.scope(),
                webhook.target(),
                webhook.form(),
                webhook.url(),
                webhook.events(),
                webhook.active(),
                webhook.headers(),
                secret,
                webhook.createdAt(),
                clock.instant());
    }

    private static RejectedException wrongState(String reason) {
        return new RejectedException(new Rejection.WrongState(reason));
    }
}
