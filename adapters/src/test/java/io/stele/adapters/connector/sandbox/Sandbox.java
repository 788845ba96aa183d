package io.stele.adapters.connector.sandbox;

import io.stele.adapters.connector.Dispatches;
import io.stele.core.address.Address;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Dispatch;
import io.stele.core.inbound.Receipt;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.message.Speech;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    final SettableClock clock = new SettableClock(START);
    final InMemoryLedger ledger = new InMemoryLedger();
    final List<Receipt> receipts = new ArrayList<>();
    final List<Report> reports = new ArrayList<>();
    final SandboxReceipts reporting = new SandboxReceipts(ledger, this::report);
    final SandboxConnector connector;

    private final Dispatches dispatches = new Dispatches(clock);

    Sandbox() {
        this(SandboxClock.STANDARD);
    }

    Sandbox(SandboxClock delays) {
        this.connector = new SandboxConnector(ledger, reporting, delays, clock);
    }

    /** A WhatsApp number on the sandbox. */
    Endpoint endpoint() {
        return dispatches.endpoint(Channel.WHATSAPP, SandboxConnector.NAME, null);
    }

    /** A message that this channel can carry. */
    Dispatch dispatch(Channel channel, Address to) {
        return dispatch(channel, to, content(channel));
    }

    Dispatch dispatch(Channel channel, Address to, Content content) {
        return dispatches.of(dispatches.endpoint(channel, SandboxConnector.NAME, null), to, content);
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
