package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.WireException;
import io.stele.adapters.zavu.ZavuAddresses;
import io.stele.adapters.zavu.ZavuNames;
import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.message.Status;
import io.stele.core.page.PageRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The query parameters of Zavu's lists (contract §2, "list"). One that is empty counts as left out. */
record ListQuery(HttpRequest<?> request) {

    private static final int USUAL = 50;
    private static final int MOST = 100;
    /** Each word is looked for by itself. */
    private static final int LONGEST_SEARCH = 256;

    private static final Set<Status> FILTERABLE = Set.of(
            Status.QUEUED, Status.SENDING, Status.SENT, Status.DELIVERED, Status.FAILED, Status.RECEIVED);

    /**
     * Which page is wanted.
     *
     * @param reader reads a cursor of this list
     * @throws WireException when a parameter has the wrong form
     */
    <K> PageRequest<K> page(Function<String, Optional<K>> reader) {
        int limit = limit();
        return text("cursor")
                .map(text -> reader.apply(text)
                        .orElseThrow(() -> bad("cursor", "must be the nextCursor of a page of this list")))
                .map(key -> PageRequest.olderThan(key, limit))
                .orElseGet(() -> PageRequest.first(limit));
    }

    /** The channel that is asked for. */
    Optional<Channel> channel() {
        return text("channel").map(name -> ZavuNames.channel(name).orElseThrow(() -> bad("channel", "is not a channel")));
    }

    /** The status that is asked for. */
    Optional<Status> status() {
        return text("status")
                .map(name -> ZavuNames.status(name)
                        .filter(FILTERABLE::contains)
                        .orElseThrow(() -> bad(
                                "status", "must be one of queued, sending, sent, delivered, failed, received")));
    }

    /** The recipient that is asked for. A plus that the client forgot to encode has become a space. */
    Optional<Address> to() {
        return parameter("to")
                .map(text -> text.startsWith(" ") ? "+" + text.strip() : text.strip())
                .map(text -> ZavuAddresses.parse(text, channel().orElse(null))
                        .orElseThrow(() -> bad("to", "is not an address")));
    }

    /** The words of people that are asked for. */
    Optional<String> search() {
        return text("search").map(words -> {
            if (words.length() > LONGEST_SEARCH) {
                throw bad("search", "must have at most " + LONGEST_SEARCH + " characters");
            }
            return words;
        });
    }

    /** A parameter that is there and not blank. */
    Optional<String> text(String name) {
        return parameter(name).map(String::strip);
    }

    /** Whether the parameter is there, be it empty. */
    boolean has(String name) {
        return request.getParameters().contains(name);
    }

    private int limit() {
        return text("limit").map(ListQuery::number).orElse(USUAL);
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad("limit", "must be a whole number");
        }
        throw bad("limit", "must be from 1 to " + MOST);
    }

    private Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameters().get(name)).filter(text -> !text.isBlank());
    }

    private static WireException bad(String name, String reason) {
        return new WireException(name, reason);
    }
}
