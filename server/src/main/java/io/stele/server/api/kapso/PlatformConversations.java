package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.Required;
import io.stele.adapters.kapso.ResourceMapper;
import io.stele.adapters.kapso.Surface;
import io.stele.contracts.kapso.CursorPage;
import io.stele.contracts.kapso.DataResponse;
import io.stele.contracts.kapso.PlatformConversationUpdate;
import io.stele.core.conversation.Conversation;
import io.stele.core.page.Page;
import io.stele.core.project.Principal;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import org.jspecify.annotations.Nullable;

/** The project's conversations on the platform (contract §3.2). */
@Controller(Paths.PLATFORM + "/conversations")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlatformConversations {

    private static final String WRAPPER = "whatsapp_conversation";

    private final WireReader wire;
    private final Numbers numbers;
    private final Conversations conversations;
    private final ResourceMapper resources;
    private final Cursors cursors;

    PlatformConversations(
            WireReader wire,
            Numbers numbers,
            Conversations conversations,
            ResourceMapper resources,
            Cursors cursors) {
        this.wire = wire;
        this.numbers = numbers;
        this.conversations = conversations;
        this.resources = resources;
        this.cursors = cursors;
    }

    @Get
    CursorPage<io.stele.contracts.kapso.Conversation> list(HttpRequest<?> request, Principal principal) {
        Query query = new Query(request);
        Page<Conversation> page = conversations.list(
                principal.scope(),
                query,
                Conversations.ofProject(
                        query,
                        query.text("phone_number_id").map(id -> numbers.narrowing(principal, id)).orElse(null)),
                cursors.conversations(query));
        return new CursorPage<>(
                page.items().stream().map(this::shown).toList(),
                cursors.ofConversations(page, Conversations::key));
    }

    @Get("/{conversationId}")
    DataResponse<io.stele.contracts.kapso.Conversation> get(
            Principal principal, @PathVariable String conversationId) {
        return new DataResponse<>(shown(conversations.get(principal.scope(), conversationId, null)));
    }

    @Patch("/{conversationId}")
    @Consumes(MediaType.ALL)
    DataResponse<io.stele.contracts.kapso.Conversation> change(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String conversationId,
            @Body byte @Nullable [] body) {
        Conversation conversation = conversations.get(principal.scope(), conversationId, null);
        PlatformConversationUpdate update =
                wire.read(request, body, PlatformConversationUpdate.class, Strictness.NUMBERS_AS_TEXT);
        conversations.change(
                conversation, Required.present(update.whatsappConversation(), WRAPPER), WRAPPER + ".status");
        return get(principal, conversationId);
    }

    private io.stele.contracts.kapso.Conversation shown(Conversation conversation) {
        return resources.conversation(
                conversation,
                numbers.id(conversation.scope(), conversation.endpoint()),
                Surface.PLATFORM,
                conversations.now());
    }
}
