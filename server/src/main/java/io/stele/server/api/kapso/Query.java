package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.WireException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A list's query parameters. One that is empty counts as left out; one that is not known is not looked at. */
record Query(HttpRequest<?> request) {

    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    Optional<String> text(String name) {
        return Optional.ofNullable(request.getParameters().get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** All values of a parameter that is given more than once. */
    List<String> texts(String name) {
        return request.getParameters().getAll(name);
    }

    /** @throws WireException when the value is neither true nor false */
    Optional<Boolean> truth(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WireException(name, "must be true or false");
        });
    }

    /** @throws WireException when the value is no UUID */
    Optional<UUID> uuid(String name) {
        return text(name).map(text -> uuidOf(text).orElseThrow(() -> new WireException(name, "must be a UUID")));
    }

    /** The moment, as {@link Moments} reads it. @throws WireException when the value is none */
    Optional<Instant> moment(String name) {
        return text(name)
                .map(text -> Moments.read(text)
                        .orElseThrow(() -> new WireException(name, "must be a time in ISO 8601")));
    }

    /** How many rows a page may have. @throws WireException when the value is not from 1 to 100 */
    int size(String name) {
        return number(name, USUAL_SIZE, 1, LARGEST_SIZE);
    }

    /** @throws WireException when the value is no whole number, or is out of range */
    int number(String name, int usual, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return usual;
        }
        int number;
        try {
            number = Integer.parseInt(text.get());
        } catch (NumberFormatException e) {
            throw new WireException(name, "must be a whole number");
        }
        if (number < least || number > most) {
            throw new WireException(
                    name, most == Integer.MAX_VALUE ? "must be at least " + least : "must be from " + least + " to " + most);
        }
        return number;
    }

    static Optional<UUID> uuidOf(String text) {
        if (text.length() != 36) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
