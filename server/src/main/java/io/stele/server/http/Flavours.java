package io.stele.server.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the API that a request is meant for. */
@Singleton
public final class Flavours {

    private final List<ApiFlavour> flavours;

    Flavours(List<ApiFlavour> flavours) {
        this.flavours = flavours.stream()
                .sorted(Comparator.comparingInt(ApiFlavour::order))
                .toList();
    }

    /** The API that serves the request's path, of several the one whose key it carries or else the last; empty when none does. */
    public Optional<ApiFlavour> serving(HttpRequest<?> request) {
        String path = request.getPath();
        for (ApiFlavour flavour : flavours) {
            if (flavour.serves(path) && (!flavour.shares(path) || isKeyOf(flavour, request))) {
                return Optional.of(flavour);
            }
        }
        return Optional.empty();
    }

    /** The API in whose words a refusal is told: that of the path, else that of the key, else the last. */
    public ApiFlavour speaking(HttpRequest<?> request) {
        return serving(request).orElseGet(() -> flavours.stream()
                .filter(flavour -> isKeyOf(flavour, request))
                .findFirst()
                .orElseGet(flavours::getLast));
    }

    private static boolean isKeyOf(ApiFlavour flavour, HttpRequest<?> request) {
        return flavour.key(request).filter(flavour::recognises).isPresent();
    }
}
