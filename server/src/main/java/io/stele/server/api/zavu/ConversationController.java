package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.zavu.ZavuConversationMapper;
import io.stele.adapters.zavu.ZavuIds;
import io.stele.contracts.zavu.ZavuConversation;
import io.stele.contracts.zavu.ZavuConversationResponse;
import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuPage;
import io.stele.core.channel.SenderId;
import io.stele.core.conversation.ConversationKey;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.conversation.ThreadFilter;
import io.stele.core.message.MessageFilter;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Conversations: one thread for each contact of a sender, over all channels (contract §2.2). */
@Controller("/v1/conversations")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConversationController {

    private static final String SENDER = "senderId";
    private static final String SEARCH = "search";

    private final ConversationLog conversations;
    private final ZavuConversationMapper resources;
    private final Messages messages;

    ConversationController(
            ConversationLog conversations, ZavuConversationMapper resources, Messages messages) {
        this.conversations = conversations;
        this.resources = resources;
        this.messages = messages;
    }

    /** A blank search, and a sender that nobody has, find nothing. */
    @Get
    ZavuPage<ZavuConversation> list(HttpRequest<?> request, Principal principal) {
        ListQuery query = new ListQuery(request);
        PageRequest<ConversationKey> page = query.page(Pages::conversationKey);
        Optional<String> search = query.search();
        Optional<UUID> sender = query.text(SENDER).flatMap(ZavuIds::uuid);
        ThreadFilter filter = new ThreadFilter(
                sender.map(SenderId::new).orElse(null), query.channel().orElse(null), search.orElse(null));
        if (query.has(SEARCH) && search.isEmpty() || query.text(SENDER).isPresent() && sender.isEmpty()) {
            return new ZavuPage<>(List.of(), null);
        }
        return Pages.of(conversations.threads(principal.scope(), filter, page), resources::toWire, Pages::cursor);
    }

    @Get("/{conversationId}")
    ZavuConversationResponse get(Principal principal, @PathVariable String conversationId) {
        return new ZavuConversationResponse(resources.toWire(thread(principal.scope(), conversationId)));
    }

    @Get("/{conversationId}/messages")
    ZavuPage<ZavuMessage> messages(
            HttpRequest<?> request, Principal principal, @PathVariable String conversationId) {
        ConversationThread thread = thread(principal.scope(), conversationId);
        MessageFilter.Builder filter = MessageFilter.builder().inThread(thread.id());
        return messages.list(request, principal.scope(), filter, new ListQuery(request).page(ZavuIds::messageId));
    }

    @Post("/{conversationId}/read")
    @Consumes(MediaType.ALL)
    ZavuConversationResponse read(Principal principal, @PathVariable String conversationId) {
        ConversationThread thread = thread(principal.scope(), conversationId);
        conversations.markThreadSeen(principal.scope(), thread.id());
        return get(principal, conversationId);
    }

    private ConversationThread thread(Scope scope, String id) {
        return ZavuIds.uuid(id)
                .flatMap(uuid -> conversations.thread(scope, uuid))
                .orElseThrow(() -> new RejectedException(new Rejection.NotFound(Rejection.Resource.THREAD, id)));
    }
}
