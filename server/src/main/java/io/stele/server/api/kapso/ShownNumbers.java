package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.kapso.ResourceMapper;
import io.stele.contracts.kapso.DataResponse;
import io.stele.contracts.kapso.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.connection.WhatsApp;
import io.stele.server.http.PublicUrl;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Numbers as the platform shows them: with the address to which Meta is to post, and never with a secret that was told before. */
@Singleton
final class ShownNumbers {

    private static final String HOOKS = "/hooks/whatsapp/";

    private final ResourceMapper resources;
    private final PublicUrl address;

    ShownNumbers(ResourceMapper resources, PublicUrl address) {
        this.resources = resources;
        this.address = address;
    }

    /** @param number on WhatsApp */
    PhoneNumber of(HttpRequest<?> request, Endpoint number) {
        return of(request, number, null);
    }

    /** One that was just connected, in its envelope; with the verify token if that is told now. */
    DataResponse<PhoneNumber> connected(HttpRequest<?> request, Endpoint number, @Nullable String verifyToken) {
        return new DataResponse<>(of(request, number, verifyToken));
    }

    private PhoneNumber of(HttpRequest<?> request, Endpoint number, @Nullable String verifyToken) {
        String url = number.connector().equals(WhatsApp.CONNECTOR)
                ? address.of(request, HOOKS + number.id().value())
                : null;
        return resources.phoneNumber(number, number.whatsAppNumber().orElseThrow(), url, verifyToken);
    }
}
