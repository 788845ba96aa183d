package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.kapso.ResourceMapper;
import io.stele.adapters.kapso.Surface;
import io.stele.contracts.kapso.ConversationUpdate;
import io.stele.contracts.kapso.CursorPage;
import io.stele.contracts.kapso.graph.SuccessResponse;
import io.stele.core.channel.Endpoint;
import io.stele.core.conversation.Conversation;
import io.stele.core.page.Page;
import io.stele.core.project.Principal;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import org.jspecify.annotations.Nullable;

/** Conversations on the proxy, under a number and, for single ones, without it (contract §2.8). */
@Controller(Paths.PROXY)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProxyConversations {

    private final WireReader wire;
    private final Numbers numbers;
    private final Conversations conversations;
    private final ResourceMapper resources;
    private final Cursors cursors;
    private final Trees trees;

    ProxyConversations(
            WireReader wire,
            Numbers numbers,
            Conversations conversations,
            ResourceMapper resources,
            Cursors cursors,
            Trees trees) {
        this.wire = wire;
        this.numbers = numbers;
        this.conversations = conversations;
        this.resources = resources;
        this.cursors = cursors;
        this.trees = trees;
    }

    @Get("/{phoneNumberId}/conversations")
    CursorPage<JsonNode> list(HttpRequest<?> request, Principal principal, @PathVariable String phoneNumberId) {
        Endpoint number = numbers.number(principal, phoneNumberId);
        Query query = new Query(request);
        FieldSelection fields = FieldSelection.of(query);
        Page<Conversation> page = conversations.list(
                principal.scope(),
                query,
                Conversations.ofNumber(query, number.id()),
                cursors.conversations(query));
        return new CursorPage<>(
                page.items().stream().map(each -> shown(each, fields)).toList(),
                cursors.ofConversations(page, Conversations::key));
    }

    @Get("/{phoneNumberId}/conversations/{conversationId}")
    JsonNode get(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String phoneNumberId,
            @PathVariable String conversationId) {
        Endpoint number = numbers.number(principal, phoneNumberId);
        return shown(
                conversations.get(principal.scope(), conversationId, number.id()),
                FieldSelection.of(new Query(request)));
    }

    @Get("/conversations/{conversationId}")
    JsonNode get(HttpRequest<?> request, Principal principal, @PathVariable String conversationId) {
        return shown(
                conversations.get(principal.scope(), conversationId, null), FieldSelection.of(new Query(request)));
    }

    @Patch("/{phoneNumberId}/conversations/{conversationId}")
    @Consumes(MediaType.ALL)
    SuccessResponse change(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String phoneNumberId,
            @PathVariable String conversationId,
            @Body byte @Nullable [] body) {
        Endpoint number = numbers.number(principal, phoneNumberId);
        return change(request, conversations.get(principal.scope(), conversationId, number.id()), body);
    }

    @Patch("/conversations/{conversationId}")
    @Consumes(MediaType.ALL)
    SuccessResponse change(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String conversationId,
            @Body byte @Nullable [] body) {
        return change(request, conversations.get(principal.scope(), conversationId, null), body);
    }

    private SuccessResponse change(HttpRequest<?> request, Conversation conversation, byte @Nullable [] body) {
        ConversationUpdate update = wire.read(request, body, ConversationUpdate.class, Strictness.NUMBERS_AS_TEXT);
        conversations.change(conversation, update, "status");
        return new SuccessResponse(true);
    }

    private JsonNode shown(Conversation conversation, FieldSelection fields) {
        return fields.ofConversation(trees.of(resources.conversation(
                conversation,
                numbers.id(conversation.scope(), conversation.endpoint()),
                Surface.PROXY,
                conversations.now())));
    }
}
