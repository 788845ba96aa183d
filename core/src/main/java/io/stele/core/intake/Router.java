package io.stele.core.intake;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.conversation.Correspondence;
import io.stele.core.message.ContentKind;
import io.stele.core.message.ServiceWindow;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the channel, in this order: the kind of the address; content that only some channels have; the channel that the caller named; else
 * the cheapest that works for this person (Zavu contract §3.2 and §3.3).
 */
final class Router {

    /** Below this many finished attempts a channel is tried whatever became of them. */
    private static final int EXPLORATION = 3;

    private static final double GOOD_ENOUGH = 0.8;

    /** Those that take part in the automatic choice for a phone number, cheapest first. */
    private static final List<Channel> AUTOMATIC = List.of(Channel.WHATSAPP, Channel.SMS, Channel.SMS_ONEWAY);

    private static final Set<Channel> CHATS = EnumSet.of(Channel.TELEGRAM, Channel.INSTAGRAM, Channel.MESSENGER);

    private Router() {}

    /**
     * The endpoints of the sender that could carry the draft, in order of preference; never empty.
     *
     * @throws RejectedException when there is none
     */
    static List<Endpoint> candidates(Draft draft, List<Endpoint> endpoints) {
        Set<Channel> byAddress = channelsOf(draft.to());
        Set<Channel> byContent = ContentChannels.carrying(draft.content());
        Channel forced = forced(draft, byAddress, byContent);
        if (forced != null) {
            if (!byAddress.contains(forced)) {
                throw new RejectedException(new Rejection.InvalidField(
                        Field.TO, "must be " + addressOf(forced) + " for the channel " + name(forced)));
            }
            if (!byContent.contains(forced)) {
                throw new RejectedException(new Rejection.ContentNotSupported(
                        forced, ContentKind.of(draft.content())));
            }
            return List.of(on(forced, endpoints)
                    .orElseThrow(() -> new RejectedException(new Rejection.ChannelNotAvailable(forced))));
        }
        List<Channel> wanted = draft.to() instanceof ChatId ? List.copyOf(CHATS) : AUTOMATIC;
        List<Endpoint> found = wanted.stream()
                .filter(byAddress::contains)
                .filter(byContent::contains)
                .flatMap(channel -> on(channel, endpoints).stream())
                .toList();
        if (found.isEmpty()) {
            throw new RejectedException(
                    new Rejection.NoChannel("The sender has no channel that can carry this message to this recipient"));
        }
        return found;
    }

    /** Which of the submission's candidates carries it to this person. */
    static Decision decide(Submission submission, Map<EndpointId, Correspondence> known) {
        List<Endpoint> candidates = submission.candidates();
        if (candidates.size() > 1 && CHATS.contains(candidates.getFirst().channel())) {
            return candidates.stream()
                    .filter(endpoint -> known.containsKey(endpoint.id()))
                    .findFirst()
                    .<Decision>map(endpoint -> new Decision.Send(endpoint, null))
                    .orElseGet(() -> new Decision.Refuse(new Rejection.NoChannel(
                            "The recipient is known on no chat channel; name the channel")));
        }
        List<Endpoint> open = candidates.stream()
                .filter(endpoint -> mayGo(submission, endpoint, known.get(endpoint.id())))
                .toList();
        if (open.isEmpty()) {
            return new Decision.Refuse(new Rejection.WindowClosed());
        }
        List<Endpoint> viable = open.stream().filter(endpoint -> isWanted(submission, known.get(endpoint.id()))).toList();
        if (viable.isEmpty()) {
            return new Decision.Refuse(new Rejection.MarketingStopped());
        }
        Endpoint chosen = viable.stream()
                .filter(endpoint -> isGoodEnough(known.get(endpoint.id())))
                .findFirst()
                .orElseGet(() -> viable.stream()
                        .max(Comparator.comparingDouble(endpoint -> successRate(known.get(endpoint.id()))))
                        .orElseThrow());
        return new Decision.Send(chosen, openWindow(known.get(chosen.id()), submission.at()));
    }

    private static boolean mayGo(Submission submission, Endpoint endpoint, @Nullable Correspondence person) {
        return endpoint.channel() != Channel.WHATSAPP
                || submission.draft().content() instanceof TemplateUse
                || openWindow(person, submission.at()) != null;
    }

    private static boolean isWanted(Submission submission, @Nullable Correspondence person) {
        return !submission.marketing() || person == null || !person.hasStoppedMarketing();
    }

    private static @Nullable ServiceWindow openWindow(@Nullable Correspondence person, Instant at) {
        ServiceWindow window = person == null ? null : person.window();
        return window != null && window.isOpenAt(at) ? window : null;
    }

    private static boolean isGoodEnough(@Nullable Correspondence person) {
        return person == null || person.attempts() < EXPLORATION || person.successRate() >= GOOD_ENOUGH;
    }

    private static double successRate(@Nullable Correspondence person) {
        return person == null ? 1.0 : person.successRate();
    }

    /** The one channel that the message must take; null when there is a choice. */
    private static @Nullable Channel forced(Draft draft, Set<Channel> byAddress, Set<Channel> byContent) {
        if (draft.to() instanceof EmailAddress) {
            return Channel.EMAIL;
        }
        if (draft.to() instanceof BusinessScopedUserId) {
            return Channel.WHATSAPP;
        }
        Channel named = draft.channel();
        if (named != null && byContent.contains(named)) {
            return named;
        }
        boolean whatsAppFits = byContent.contains(Channel.WHATSAPP) && byAddress.contains(Channel.WHATSAPP);
        return whatsAppFits && !(draft.content() instanceof Text) ? Channel.WHATSAPP : named;
    }

    private static Set<Channel> channelsOf(Address address) {
        return switch (address) {
            case PhoneNumber _ -> EnumSet.of(Channel.WHATSAPP, Channel.SMS, Channel.SMS_ONEWAY, Channel.VOICE);
            case EmailAddress _ -> EnumSet.of(Channel.EMAIL);
            case ChatId _ -> CHATS;
            case BusinessScopedUserId _ -> EnumSet.of(Channel.WHATSAPP);
        };
    }

    private static Optional<Endpoint> on(Channel channel, List<Endpoint> endpoints) {
        return endpoints.stream().filter(endpoint -> endpoint.channel() == channel).findFirst();
    }

    private static String addressOf(Channel channel) {
        return switch (channel) {
            case SMS, SMS_ONEWAY, VOICE -> "a phone number in E.164";
            case WHATSAPP -> "a phone number in E.164 or a business-scoped user id";
            case TELEGRAM, INSTAGRAM, MESSENGER -> "a numeric chat id";
            case EMAIL -> "an email address";
        };
    }

    private static String name(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
