package io.stele.core.webhook;

import io.stele.core.channel.Endpoint;
import io.stele.core.conversation.Conversation;
import io.stele.core.event.AccountChanged;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationEnded;
import io.stele.core.event.ConversationReopened;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.EndpointConnected;
import io.stele.core.event.EndpointDisconnected;
import io.stele.core.event.Event;
import io.stele.core.event.IdentityChanged;
import io.stele.core.event.LoggedEvent;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of events what each webhook is to be told. Safe for concurrent use, also on several nodes. */
public final class FanOut {

    private static final int EVENTS_AT_ONCE = 200;
    private static final int LANES_AT_ONCE = 100;

    private final FanOutStore store;
    private final WebhookFlavours flavours;
    private final OnUntold onUntold;

    /** Hears of events that our own code could not put into a webhook's words; the work goes on. */
    @FunctionalInterface
    public interface OnUntold {
        void accept(Webhook webhook, LoggedEvent event, Throwable fault);
    }

    public FanOut(FanOutStore store, WebhookFlavours flavours, OnUntold onUntold) {
        this.store = store;
        this.flavours = flavours;
        this.onUntold = onUntold;
    }

    /** Tells some of what has not been told yet. @return whether there was something, so that there may be more */
    public boolean tell(Instant now) {
        int events = store.tellNext(EVENTS_AT_ONCE, this::told);
        int buffers = store.flushBuffers(
                now, LANES_AT_ONCE, (webhook, members) -> flavours.of(webhook).batch(members, webhook));
        int silences = store.tellSilences(now, LANES_AT_ONCE, this::told);
        return events + buffers + silences > 0;
    }

    private FanOutStore.Told told(List<FanOutStore.Listener> listeners, List<EventView> views) {
        Telling telling = new Telling();
        for (EventView view : views) {
            for (FanOutStore.Listener listener : listeners) {
                if (listener.hears(view.logged())) {
                    seen(listener.webhook(), view).ifPresent(seen -> telling.tell(listener.webhook(), seen));
                }
            }
        }
        return new FanOutStore.Told(telling.deliveries, telling.watches, telling.untold);
    }

    /** Collects what comes of events. A flavour that fails at one of them holds up neither its others nor other webhooks. */
    private final class Telling {

        private final List<NewDelivery> deliveries = new ArrayList<>();
        private final List<SilenceWatch> watches = new ArrayList<>();
        private final List<UntoldEvent> untold = new ArrayList<>();

        void tell(Webhook webhook, EventView view) {
            try {
                List<NewDelivery> made = deliveries(webhook, view);
                watch(webhook, view).ifPresent(watches::add);
                deliveries.addAll(made);
            } catch (RuntimeException | StackOverflowError e) {
                onUntold.accept(webhook, view.logged(), e);
                untold.add(new UntoldEvent(
                        webhook.id(),
                        view.logged(),
                        view.endpoint() == null ? null : view.endpoint().id(),
                        person(view),
                        "the event could not be put into words (" + e.getClass().getSimpleName() + ")"));
            }
        }
    }

    private List<NewDelivery> deliveries(Webhook webhook, EventView view) {
        WebhookFlavour flavour = flavours.of(webhook);
        return flavour.payloads(view, webhook).stream()
                .map(payload -> new NewDelivery(
                        webhook.id(),
                        view.logged().idAs(payload.event()),
                        view.logged().position(),
                        payload,
                        view.endpoint() == null ? null : view.endpoint().id(),
                        person(view),
                        flavour.buffering(payload, webhook).orElse(null),
                        view.logged().at()))
                .toList();
    }

    private static @Nullable String person(EventView view) {
        if (view.message() != null) {
            return view.message().contactAddress().value();
        }
        return view.conversation() == null ? null : view.conversation().address().value();
    }

    private Optional<SilenceWatch> watch(Webhook webhook, EventView view) {
        Conversation conversation = view.conversation();
        Instant at = view.logged().at();
        return conversation == null || !isSaid(view)
                ? Optional.empty()
                : flavours.of(webhook)
                        .watchedSilence(webhook)
                        .map(silence -> new SilenceWatch(webhook.id(), conversation.id(), at, at.plus(silence)));
    }

    /** Whether something was said, either way. */
    private static boolean isSaid(EventView view) {
        return switch (view.logged().event()) {
            case MessageQueued _, MessageReceived _, MessageEchoed _ -> true;
            case MessageProgressed _,
                    MessagePlayed _,
                    ConversationStarted _,
                    ConversationEnded _,
                    ConversationReopened _,
                    ContactCreated _,
                    ContactChanged _,
                    IdentityChanged _,
                    MarketingPreferenceChanged _,
                    TemplateChanged _,
                    AccountChanged _,
                    EndpointConnected _,
                    EndpointDisconnected _ -> false;
        };
    }

    private List<NewDelivery> told(Webhook webhook, SilenceView view) {
        Instant last = view.conversation().lastActiveAt();
        return flavours.of(webhook).silence(view, webhook).stream()
                .map(payload -> new NewDelivery(
                        webhook.id(),
                        UUID.nameUUIDFromBytes((view.conversation().id() + "/" + last).getBytes(StandardCharsets.UTF_8)),
                        0,
                        payload,
                        view.endpoint().id(),
                        view.conversation().address().value(),
                        null,
                        view.at()))
                .toList();
    }

    /** The event as it concerns the webhook, which is at one of the webhook's endpoints however many are concerned; empty when it does not. */
    private static Optional<EventView> seen(Webhook webhook, EventView view) {
        return switch (webhook.target()) {
            case WebhookTarget.OfProject _ -> Optional.of(view);
            case WebhookTarget.OfSender(var sender) -> seen(view, endpoint -> sender.equals(endpoint.sender()));
            case WebhookTarget.OfEndpoint(var id) -> seen(view, endpoint -> endpoint.id().equals(id));
            case WebhookTarget.OfApp(var app) -> isAtNoEndpoint(view)
                    ? Optional.of(view)
                    : seen(view, endpoint -> app.equals(endpoint.app()));
        };
    }

    private static Optional<EventView> seen(EventView view, Predicate<Endpoint> isTarget) {
        return Stream.concat(Stream.ofNullable(view.endpoint()), view.account().stream())
                .filter(isTarget)
                .findFirst()
                .map(view::at);
    }

    /** What happened at an endpoint that is gone still happened at that one, and what is about an account at those of the account. */
    private static boolean isAtNoEndpoint(EventView view) {
        Event event = view.logged().event();
        return event.endpoint() == null && event.businessAccount() == null;
    }
}
