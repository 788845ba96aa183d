package io.stele.server.api.kapso;

import io.stele.adapters.Required;
import io.stele.adapters.WireException;
import io.stele.adapters.kapso.KapsoAddresses;
import io.stele.contracts.kapso.ConversationUpdate;
import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationFilter;
import io.stele.core.conversation.ConversationKey;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversations, as both surfaces find, list and change them. */
@Singleton
final class Conversations {

    private final ConversationLog log;
    private final InstantSource clock;

    Conversations(ConversationLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The key of a conversation in a list. */
    static ConversationKey key(Conversation conversation) {
        return new ConversationKey(conversation.lastActiveAt(), conversation.id());
    }

    /**
     * @param number the number that it must belong to; null for any
     * @throws RejectedException when there is no such conversation
     */
    Conversation get(Scope scope, String id, @Nullable EndpointId number) {
        return Query.uuidOf(id)
                .flatMap(uuid -> log.conversation(scope, uuid))
                .filter(conversation -> number == null || conversation.endpoint().equals(number))
                .orElseThrow(() -> new RejectedException(
                        new Rejection.NotFound(Rejection.Resource.CONVERSATION, id)));
    }

    /**
     * A page of what the filter finds; empty where the query asks for conversations that somebody is assigned to.
     *
     * @throws WireException when {@code unassigned} is neither true nor false
     * @throws RejectedException when both are asked for
     */
    Page<Conversation> list(Scope scope, Query query, ConversationFilter filter, PageRequest<ConversationKey> page) {
        boolean unassigned = query.truth("unassigned").orElse(true);
        boolean assigned = query.text("assigned_user_id").isPresent();
        if (assigned && query.text("unassigned").isPresent() && unassigned) {
            throw new RejectedException(new Rejection.WrongState(Sentences.ASSIGNMENT));
        }
        return assigned || !unassigned
                ? new Page<>(List.of(), false, false)
                : log.conversations(scope, filter, page, now());
    }

    /**
     * Ends a conversation, or makes it active again.
     *
     * @throws WireException when the status is missing or is neither of the two
     * @throws RejectedException when another conversation with the person is active
     */
    void change(Conversation conversation, ConversationUpdate update, String field) {
        String status = Required.present(update.status(), field);
        switch (status) {
            case "ended" -> log.end(conversation.scope(), conversation.id(), now());
            case "active" -> {
                if (!log.reopen(conversation.scope(), conversation.id(), now())) {
                    throw new RejectedException(new Rejection.WrongState(Sentences.OTHER_ACTIVE));
                }
            }
            default -> throw new WireException(field, "must be active or ended");
        }
    }

    /**
     * What the proxy's query asks for.
     *
     * @throws WireException when a parameter has a wrong value
     */
    static ConversationFilter ofNumber(Query query, EndpointId number) {
        return new ConversationFilter(
                Channel.WHATSAPP,
                number,
                query.text("phone_number").map(Conversations::address).orElse(null),
                null,
                active(query),
                query.moment("last_active_since").orElse(null),
                query.moment("last_active_until").orElse(null),
                null,
                null);
    }

    /**
     * What the platform's query asks for.
     *
     * @param number only those on this number; null for all
     * @throws WireException when a parameter has a wrong value
     */
    static ConversationFilter ofProject(Query query, @Nullable EndpointId number) {
        return new ConversationFilter(
                Channel.WHATSAPP,
                number,
                null,
                query.text(People.PHONE_NUMBER).map(People::part).orElse(null),
                active(query),
                query.moment("last_active_after").orElse(null),
                query.moment("last_active_before").orElse(null),
                query.moment("created_after").orElse(null),
                query.moment("created_before").orElse(null));
    }

    private static String address(String text) {
        return KapsoAddresses.read(text)
                .map(Address::value)
                .orElseThrow(() -> new WireException("phone_number", "must be a phone number with its country code"));
    }

    private static @Nullable Boolean active(Query query) {
        return query.text("status")
                .map(text -> switch (text) {
                    case "active" -> true;
                    case "ended" -> false;
                    default -> throw new WireException("status", "must be active or ended");
                })
                .orElse(null);
    }
}
