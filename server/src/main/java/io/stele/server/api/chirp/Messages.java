package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.WireException;
import io.stele.adapters.chirp.ChirpIds;
import io.stele.contracts.chirp.MessageList;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The messages that a caller can see: WhatsApp's, of the whole organization with an admin key, of the app's own numbers with an
 * app key.
 */
@Singleton
final class Messages {

    private final MessageLog log;
    private final Directory directory;
    private final ShownMessages shown;

    Messages(MessageLog log, Directory directory, ShownMessages shown) {
        this.log = log;
        this.directory = directory;
        this.shown = shown;
    }

    /**
     * The message with this id, Chirp's or the provider's.
     *
     * @throws RejectedException when the caller sees none such
     */
    Message get(Principal principal, String id) {
        return ChirpIds.readMessage(id)
                .map(read -> inMode(principal, read.mode()).flatMap(scope -> log.message(scope, read.id())))
                .orElseGet(() -> ofMeta(principal.scope(), id))
                .filter(message -> isVisible(principal, message))
                .orElseThrow(() -> new RejectedException(new Rejection.NotFound(Rejection.Resource.MESSAGE, id)));
    }

    /**
     * The customer's message that a request names by Chirp's id; the provider's is not taken (contract §3.2, §3.3).
     *
     * @throws WireException when the text is no id of Chirp's, or that of a message which the business sent
     * @throws RejectedException when the caller sees no such message
     */
    Message inbound(Principal principal, String id, String field) {
        if (ChirpIds.readMessage(id).isEmpty()) {
            throw new WireException(field, "must be a message id of the form msg_wa_…");
        }
        Message message = get(principal, id);
        if (message.direction() != Direction.INBOUND) {
            throw new WireException(field, "must name an inbound message");
        }
        return message;
    }

    /** A page, newest first, by the query's parameters (contract §1.7, §4.7). */
    MessageList list(Principal principal, HttpRequest<?> request) {
        ListQuery query = ListQuery.of(request);
        return Reach.of(principal, query.app(), query.phoneNumber())
                .map(reach -> list(request, reach, query))
                .orElseGet(() -> new MessageList(List.of(), null, 0));
    }

    private MessageList list(HttpRequest<?> request, Reach reach, ListQuery query) {
        MessageFilter filter = query.messages(reach);
        PageRequest<MessageId> wanted = query.cursor(ChirpIds::readMessage, reach.scope().mode())
                .map(cursor -> PageRequest.olderThan(cursor, query.limit()))
                .orElseGet(() -> PageRequest.skipping(query.offset(), query.limit()));
        Page<Message> page = log.messages(reach.scope(), filter, wanted);
        String next = page.older()
                ? ChirpIds.message(page.items().getLast().id(), reach.scope().mode())
                : null;
        return new MessageList(
                shown.of(request, page.items()), next, log.count(reach.scope(), filter));
    }

    /** By the id that the answer to its send gave in Meta's manner, or by the provider's own. */
    private Optional<Message> ofMeta(Scope scope, String id) {
        return ChirpIds.readMetaMessage(id)
                .flatMap(ours -> log.message(scope, ours))
                .or(() -> log.messageOfProvider(scope, id));
    }

    private static Optional<Scope> inMode(Principal principal, Mode mode) {
        return principal.app() == null || principal.mode() == mode
                ? Optional.of(new Scope(principal.project(), mode))
                : Optional.empty();
    }

    private boolean isVisible(Principal principal, Message message) {
        AppId own = principal.app();
        return message.channel() == Channel.WHATSAPP
                && (own == null
                        || directory
                                .endpoint(message.scope(), message.endpoint())
                                .filter(endpoint -> own.equals(endpoint.app()))
                                .isPresent());
    }
}
