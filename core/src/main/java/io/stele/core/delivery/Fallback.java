package io.stele.core.delivery;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.intake.ContentRules;
import io.stele.core.message.Failure;
import io.stele.core.message.Message;
import io.stele.core.message.Text;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sends a text that WhatsApp could not deliver by SMS, when the caller allows it, the text is short enough and the sender has a number for it:
 * once, and some seconds after the failure (Zavu contract §3.4).
 */
public final class Fallback implements FailureFollowUp {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Directory directory;
    private final InstantSource clock;

    public Fallback(Directory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Optional<Reroute> after(Message message, Failure failure) {
        boolean eligible = message.fallback()
                && message.channel() == Channel.WHATSAPP
                && message.sender() != null
                && message.to() instanceof PhoneNumber
                && message.content() instanceof Text;
        return eligible
                ? alternative(message).map(endpoint -> new Reroute(endpoint, clock.instant().plus(PAUSE)))
                : Optional.empty();
    }

    private Optional<Endpoint> alternative(Message message) {
        return Stream.of(Channel.SMS, Channel.SMS_ONEWAY)
                .filter(channel -> ContentRules.check(channel, message.content()).isEmpty())
                .flatMap(channel -> directory.endpoints(message.scope()).stream()
                        .filter(endpoint -> endpoint.channel() == channel && endpoint.isConnected())
                        .filter(endpoint -> endpoint.sender() != null && endpoint.sender().equals(message.sender())))
                .findFirst();
    }
}
