package io.stele.server.api.zavu;

import io.stele.adapters.Required;
import io.stele.adapters.WholeText;
import io.stele.adapters.WireException;
import io.stele.contracts.zavu.ZavuSenderRequest;
import io.stele.core.address.Address;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.project.Scope;
import io.stele.server.http.Refusal;
import io.stele.server.http.RefusedException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request may ask of a sender (contract §2.4). Numbers and mailboxes are those that the project has: none is bought here, no channel is
 * switched on with a provider, and no domain is set up.
 */
@Singleton
final class NewSenders {

    private static final int LONGEST_NAME = 255;

    private final Directory directory;

    NewSenders(Directory directory) {
        this.directory = directory;
    }

    /** The endpoints that a new sender is to use: those of its number and of its mailbox, which no sender uses yet. */
    List<Endpoint> endpoints(Scope scope, ZavuSenderRequest request) {
        List<Endpoint> endpoints = new ArrayList<>();
        if (request.phoneNumber() != null) {
            endpoints.addAll(free(scope, phoneNumber(request.phoneNumber()), "phoneNumber"));
        }
        if (request.emailAddress() != null) {
            endpoints.addAll(free(scope, emailAddress(request.emailAddress()), "emailAddress"));
        }
        return endpoints;
    }

    private static Address phoneNumber(String text) {
        return PhoneNumber.parse(text)
                .orElseThrow(() -> new WireException("phoneNumber", "must be a phone number in E.164"));
    }

    private static Address emailAddress(String text) {
        return EmailAddress.parse(text).orElseThrow(() -> new WireException("emailAddress", "must be an email address"));
    }

    private List<Endpoint> free(Scope scope, Address address, String field) {
        List<Endpoint> endpoints = directory.endpoints(scope).stream()
                .filter(endpoint -> endpoint.address().equals(address) && endpoint.isConnected())
                .toList();
        if (endpoints.isEmpty()) {
            throw new WireException(field, "must be one of this project");
        }
        if (endpoints.stream().anyMatch(endpoint -> endpoint.sender() != null)) {
            throw taken(field);
        }
        return endpoints;
    }

    /** Another sender uses it. */
    static WireException taken(String field) {
        return new WireException(field, "must not be used by another sender");
    }

    /** @throws WireException when the name is blank or too long, or has what no database keeps */
    static String name(@Nullable String text) {
        String name = Required.present(WholeText.require(text, "name"), "name").strip();
        if (name.isEmpty()) {
            throw new WireException("name", "must not be blank");
        }
        if (name.length() > LONGEST_NAME) {
            throw new WireException("name", "must have at most " + LONGEST_NAME + " characters");
        }
        return name;
    }

    /** @throws RefusedException when the request wants what takes a provider's help */
    static void requireWithoutProvider(ZavuSenderRequest request) {
        refuse(request.enableSmsOneway(), "enableSmsOneway");
        refuse(request.enableVoice(), "enableVoice");
        refuse(request.emailReceivingEnabled(), "emailReceivingEnabled");
        refuse(request.emailCatchAllEnabled(), "emailCatchAllEnabled");
        refuse(request.emailDomainId() != null, "emailDomainId");
        refuse(request.emailFromName() != null, "emailFromName");
    }

    private static void refuse(@Nullable Boolean wanted, String field) {
        if (wanted != null && wanted) {
            throw new RefusedException(new Refusal.NotOffered(field + " on senders"));
        }
    }
}
