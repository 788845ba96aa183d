package io.stele.server.api.hook;

import io.stele.adapters.connector.whatsapp.WhatsAppConnector;
import io.stele.adapters.connector.whatsapp.webhook.WhatsAppWebhook;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The numbers that one body is about. Meta posts what is about all numbers of an app to one address: those of the project that share the app's
 * secret are meant, too.
 */
final class Siblings implements WhatsAppWebhook.Numbers {

    private final Directory directory;
    private final Endpoint number;
    private final Predicate<Endpoint> sharesSecret;
    private boolean foundAnothers;

    /** @param number the one to whose address the body was posted */
    Siblings(Directory directory, Endpoint number, Predicate<Endpoint> sharesSecret) {
        this.directory = directory;
        this.number = number;
        this.sharesSecret = sharesSecret;
    }

    static boolean isServed(Endpoint endpoint) {
        return endpoint.isConnected() && endpoint.connector().equals(WhatsAppConnector.NAME);
    }

    @Override
    public Optional<Endpoint> number(String phoneNumberId) {
        Optional<Endpoint> served = served(phoneNumberId);
        Optional<Endpoint> meant = served.filter(found -> found.id().equals(number.id()) || sharesSecret.test(found));
        foundAnothers |= served.isPresent() && meant.isEmpty();
        return meant;
    }

    /** Whether the body is about a number of the project that does not share the secret. */
    boolean foundAnothers() {
        return foundAnothers;
    }

    /** What Meta posts is lost once it is answered, so one that another node has connected just now counts. */
    private Optional<Endpoint> served(String phoneNumberId) {
        return directory.whatsAppNumber(number.scope(), phoneNumberId).filter(Siblings::isServed).or(() -> {
            directory.refresh(number.scope().project());
            return directory.whatsAppNumber(number.scope(), phoneNumberId).filter(Siblings::isServed);
        });
    }
}
