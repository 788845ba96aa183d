package io.stele.adapters.connector.sandbox;

import io.stele.adapters.connector.sandbox.SandboxLedger.Entry;
import io.stele.adapters.connector.sandbox.SandboxLedger.OwedReceipt;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Connector;
import io.stele.core.delivery.Dispatch;
import io.stele.core.delivery.Doubt;
import io.stele.core.delivery.Outcome;
import io.stele.core.message.ContentKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The pretend provider. It takes a message once, however often it is handed in, and owes its receipts from then on. Recipients with whom
 * something goes wrong are in {@link MagicRecipient}.
 */
public final class SandboxConnector
        implements Connector, Connector.Reconciliation, Connector.ReadMarks, Connector.MediaSource {

    /** By which endpoints name it. */
    public static final String NAME = "sandbox";

    private static final Duration THROTTLE = Duration.ofMillis(300);
    private static final int FAILED_TRIES = 2;
    private static final Duration MEDIA_LIFETIME = Duration.ofDays(7);
    private static final String GONE = "gone";

    /** What a person can write but nobody can send. */
    private static final Set<ContentKind> RECEIVED_ONLY =
            EnumSet.of(ContentKind.BUTTON, ContentKind.ORDER, ContentKind.SYSTEM, ContentKind.UNSUPPORTED);

    private static final Descriptor DESCRIPTOR = new Descriptor(
            NAME,
            Arrays.stream(Channel.values())
                    .collect(Collectors.toMap(
                            Function.identity(), _ -> Set.copyOf(EnumSet.complementOf(EnumSet.copyOf(RECEIVED_ONLY))))),
            Doubt.failAfter(Duration.ofMinutes(10)));

    private final SandboxLedger ledger;
    private final SandboxReceipts receipts;
    private final SandboxClock delays;
    private final InstantSource clock;

    /** @param delays how long after the sending the receipts come */
    public SandboxConnector(SandboxLedger ledger, SandboxReceipts receipts, SandboxClock delays, InstantSource clock) {
        this.ledger = ledger;
        this.receipts = receipts;
        this.delays = delays;
        this.clock = clock;
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Outcome send(Dispatch dispatch) {
        return DESCRIPTOR
                .objection(dispatch)
                .<Outcome>map(Outcome.Refused::new)
                .or(() -> MagicRecipient.of(dispatch.message().to()).map(recipient -> send(dispatch, recipient)))
                .orElseGet(() -> accepted(dispatch, ReceiptSchedule::reached));
    }

    @Override
    public Optional<Outcome> outcomeOf(Dispatch dispatch) {
        return ledger.entry(dispatch.endpoint(), dispatch.message().id())
                .map(entry -> new Outcome.Accepted(entry.providerMessageId()));
    }

    /** There is nobody to whom the mark or the bubble could be shown, so that there is nothing to do. */
    @Override
    public Marked markRead(Endpoint endpoint, String providerMessageId, boolean typing) {
        return new Marked.Done();
    }

    /** A small file of the kind, the same for the same id. An id that begins with {@code gone} names none. */
    @Override
    public Fetch fetch(Endpoint endpoint, Wanted wanted, long mostBytes, Sink sink) throws IOException {
        if (wanted.providerMediaId().startsWith(GONE)) {
            return new Fetch.Gone();
        }
        SandboxFile file = SandboxFile.of(wanted.kind(), wanted.providerMediaId());
        if (file.bytes().length > mostBytes) {
            return new Fetch.TooLarge();
        }
        sink.take(file.bytes(), 0, file.bytes().length);
        return new Fetch.Fetched(file.mimeType(), file.bytes().length, file.sha256(), file.fileName());
    }

    @Override
    public Duration lifetime() {
        return MEDIA_LIFETIME;
    }

    private Outcome send(Dispatch dispatch, MagicRecipient recipient) {
        Channel channel = dispatch.endpoint().channel();
        boolean onWhatsApp = channel == Channel.WHATSAPP;
        return switch (recipient) {
            case UNDELIVERABLE -> new Outcome.Refused(SandboxFailures.unreachable(channel));
            case NOT_ON_WHATSAPP -> onWhatsApp
                    ? new Outcome.Refused(SandboxFailures.unreachable(channel))
                    : accepted(dispatch, ReceiptSchedule::reached);
            case WINDOW_CLOSED -> onWhatsApp
                    ? new Outcome.Refused(SandboxFailures.WINDOW_CLOSED)
                    : accepted(dispatch, ReceiptSchedule::reached);
            case FAILS_LATER -> accepted(dispatch, schedule -> schedule.failing(SandboxFailures.unreachable(channel)));
            case THROTTLED -> afterFailedTries(dispatch, new Outcome.Throttled(THROTTLE, Outcome.Throttled.Scope.RECIPIENT));
            case UNAVAILABLE -> afterFailedTries(dispatch, new Outcome.Unavailable("the sandbox is out of order"));
            case NEVER_ANSWERS -> new Outcome.Unknown("the sandbox never answered");
            case LOST_ANSWER -> {
                take(dispatch, ReceiptSchedule::reachedNamingOurId);
                yield new Outcome.Unknown("the sandbox's answer was lost");
            }
            case DUPLICATE_RECEIPTS -> accepted(dispatch, ReceiptSchedule::reachedTwice);
            case OUT_OF_ORDER_RECEIPTS -> accepted(dispatch, ReceiptSchedule::reachedInReverse);
            case EARLY_RECEIPTS -> acceptedAfterReceipts(dispatch);
            case NEVER_READS -> accepted(dispatch, ReceiptSchedule::reachedButNotRead);
            case NO_RECEIPTS -> accepted(dispatch, _ -> List.of());
        };
    }

    private Outcome accepted(Dispatch dispatch, Function<ReceiptSchedule, List<OwedReceipt>> plan) {
        return new Outcome.Accepted(take(dispatch, plan).providerMessageId());
    }

    private Outcome acceptedAfterReceipts(Dispatch dispatch) {
        Entry entry = take(dispatch, ReceiptSchedule::reachedAtOnce);
        Instant now = clock.instant();
        int reported;
        do {
            reported = receipts.reportDue(now);
        } while (reported > 0);
        return new Outcome.Accepted(entry.providerMessageId());
    }

    private Outcome afterFailedTries(Dispatch dispatch, Outcome failure) {
        Optional<Outcome> earlier = outcomeOf(dispatch);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        int tries = ledger.countTry(dispatch.endpoint(), dispatch.message().id(), now());
        return tries <= FAILED_TRIES ? failure : accepted(dispatch, ReceiptSchedule::reached);
    }

    private Entry take(Dispatch dispatch, Function<ReceiptSchedule, List<OwedReceipt>> plan) {
        Instant now = now();
        String id = ProviderIds.of(dispatch.message().id(), dispatch.endpoint().channel());
        List<OwedReceipt> owed = plan.apply(new ReceiptSchedule(delays, dispatch, id, now));
        return ledger.take(dispatch.endpoint(), dispatch.message().id(), id, owed, now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
