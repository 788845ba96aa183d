package io.stele.adapters.connector.sandbox;

import io.stele.core.address.Address;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Dispatch;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Content;
import io.stele.core.message.Context;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Email;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Speech;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.project.Mode;
import io.stele.core.project.ProjectId;
import io.stele.core.project.Scope;
import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A sandbox at a clock that stands still, and what it has reported. */
final class Sandbox {

    /** A receipt, and how many milliseconds after the start it was reported. */
    record Report(long after, Status status) {
        @Override
        public String toString() {
            return after + " " + status;
        }
    }

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private static final Scope SCOPE = new Scope(new ProjectId(UUID.randomUUID()), Mode.TEST);
    private static final PhoneNumber OWN = new PhoneNumber("+15550100042");

    final SettableClock clock = new SettableClock(START);
    final InMemoryLedger ledger = new InMemoryLedger();
    final List<Receipt> receipts = new ArrayList<>();
    final List<Report> reports = new ArrayList<>();
    final SandboxReceipts reporting = new SandboxReceipts(ledger, this::report);
    final SandboxConnector connector;

    private final KsuidGenerator ids = new KsuidGenerator(clock);

    Sandbox() {
        this(SandboxClock.STANDARD);
    }

    Sandbox(SandboxClock delays) {
        this.connector = new SandboxConnector(ledger, reporting, delays, clock);
    }

    /** A message that this channel can carry. */
    Dispatch dispatch(Channel channel, Address to) {
        return dispatch(channel, to, content(channel));
    }

    Dispatch dispatch(Channel channel, Address to, Content content) {
        Endpoint endpoint = new Endpoint(
                new EndpointId(ids.next()), SCOPE, null, null, channel, OWN, SandboxConnector.NAME, null, "Test", START);
        return new Dispatch(
                new Message(
                        new MessageId(ids.next()),
                        SCOPE,
                        Direction.OUTBOUND,
                        channel,
                        endpoint.id(),
                        null,
                        OWN,
                        to,
                        content,
                        Context.NONE,
                        null,
                        Status.SENDING,
                        Timeline.queued(START),
                        null,
                        Cost.UNKNOWN,
                        ChannelDetails.NONE,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        null,
                        null,
                        null,
                        null,
                        false,
                        Map.of(),
                        START,
                        START),
                endpoint,
                1);
    }

    /** Lets time pass, and reports every 10 ms what is due. */
    void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            reporting.reportDue(clock.instant());
            clock.advance(Duration.ofMillis(10));
        }
        reporting.reportDue(clock.instant());
    }

    /** Somebody who is there, at an address that the channel knows. */
    static Address somebody(Channel channel) {
        return switch (channel) {
            case SMS, SMS_ONEWAY, WHATSAPP, VOICE -> new PhoneNumber("+15550100777");
            case EMAIL -> new EmailAddress("somebody@sandbox.test");
            case TELEGRAM, INSTAGRAM, MESSENGER -> new ChatId("15550100777");
        };
    }

    private static Content content(Channel channel) {
        return switch (channel) {
            case EMAIL -> new Email("Subject", "Text", null, null, List.of());
            case VOICE -> new Speech("Hello", null);
            case SMS, SMS_ONEWAY, WHATSAPP, TELEGRAM, INSTAGRAM, MESSENGER -> Text.of("Hello");
        };
    }

    private void report(List<Receipt> batch) {
        receipts.addAll(batch);
        long after = Duration.between(START, clock.instant()).toMillis();
        batch.forEach(receipt -> reports.add(new Report(after, receipt.status())));
    }
}
