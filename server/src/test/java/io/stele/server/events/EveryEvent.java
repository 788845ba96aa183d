package io.stele.server.events;

import io.stele.core.account.AccountReport;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.channel.EndpointId;
import io.stele.core.contact.MarketingPreference;
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
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.core.event.MessageEchoed;
import io.stele.core.event.MessagePlayed;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.event.TemplateChanged;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Failure;
import io.stele.core.message.Json;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Timeline;
import io.stele.core.template.TemplateReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Events of every kind, with all that they can have and with as little. */
final class EveryEvent {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final EndpointId ENDPOINT = new EndpointId(new Ksuid(1, 2, 3));
    private static final MessageId MESSAGE = new MessageId(new Ksuid(4, 5, 6));
    private static final MessageId NEXT = new MessageId(new Ksuid(4, 5, 7));
    private static final UUID ID = new UUID(7, 8);
    private static final MarketingPreference STOP = new MarketingPreference(
            MarketingPreference.Wish.STOP, AT, MarketingPreference.Source.MESSAGE, "stop");
    private static final MarketingPreference RESUME = new MarketingPreference(
            MarketingPreference.Wish.RESUME, AT, MarketingPreference.Source.PROVIDER_REPORT, null);

    static final List<Event> OF_EACH_KIND = List.of(
            new MessageQueued(ENDPOINT, MESSAGE),
            new MessageQueued(ENDPOINT, NEXT, MESSAGE),
            new MessageProgressed(ENDPOINT, MESSAGE, Status.READ, new Timeline(AT, AT, AT, AT, null), null, "wamid.Z"),
            new MessageProgressed(
                    ENDPOINT,
                    MESSAGE,
                    Status.FAILED,
                    new Timeline(AT, null, null, null, AT),
                    new Failure("131026", "Undeliverable", "Ask for another number"),
                    null),
            new MessageProgressed(ENDPOINT, MESSAGE, Status.FAILED, Timeline.EMPTY, new Failure("X", "Y", null), null),
            new MessageProgressed(
                    ENDPOINT, MESSAGE, Status.FAILED, Timeline.EMPTY, new Failure("X", "Y", null), null, null, NEXT),
            new MessageProgressed(
                    ENDPOINT, NEXT, Status.SENT, new Timeline(AT, AT, null, null, null), null, "SM1", MESSAGE, null),
            new MessageReceived(ENDPOINT, MESSAGE, "wamid.X", true, false),
            new MessageEchoed(ENDPOINT, MESSAGE, "wamid.Y", false),
            new ConversationStarted(ENDPOINT, ID),
            new ConversationEnded(ENDPOINT, ID, AT),
            new ConversationReopened(ENDPOINT, ID),
            new MessagePlayed(ENDPOINT, MESSAGE, AT),
            new ContactCreated(ENDPOINT, ID),
            new ContactChanged(null, ID),
            new IdentityChanged(
                    ENDPOINT,
                    ID,
                    new Identity(BusinessScopedUserId.parse("US.13491208655302741918").orElseThrow(), null, "ada")),
            new MarketingPreferenceChanged(ENDPOINT, ID, STOP, RESUME),
            new MarketingPreferenceChanged(ENDPOINT, ID, RESUME, null),
            new TemplateChanged(
                    new TemplateReport("waba", "1", "hi", "en", "REJECTED", "UTILITY", "MARKETING", "MARKETING", "spam\nline", AT, Json.Members.EMPTY)),
            new TemplateChanged(
                    new TemplateReport("waba", "1", "hi", "en", null, null, null, null, null, null, Json.Members.EMPTY)),
            new AccountChanged(new AccountReport(
                    "waba", AccountReport.Kind.DISABLED, "DISABLED_UPDATE", AT, new Json.Members(Map.of("event", new Json.Text("x"))))),
            new EndpointConnected(ENDPOINT),
            new EndpointDisconnected(ENDPOINT));

    private EveryEvent() {}
}
