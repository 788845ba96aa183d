package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.Required;
import io.stele.adapters.zavu.ZavuDraftReader;
import io.stele.contracts.zavu.ZavuReactionRequest;
import io.stele.contracts.zavu.ZavuSendRequest;
import io.stele.contracts.zavu.ZavuTypingResponse;
import io.stele.core.inbound.ReadMarks;
import io.stele.core.intake.Draft;
import io.stele.core.message.Message;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.project.Principal;
import io.stele.core.project.Scope;
import io.stele.server.http.Fingerprint;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import org.jspecify.annotations.Nullable;

/** What a caller sends: messages, reactions and typing indicators (contract §2.1). */
@Controller("/v1/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SendController {

    private static final String SENDER = "Zavu-Sender";

    private final WireReader wire;
    private final ZavuDraftReader drafts;
    private final Sends sends;
    private final Messages messages;
    private final Senders senders;
    private final ReadMarks marks;

    SendController(
            WireReader wire,
            ZavuDraftReader drafts,
            Sends sends,
            Messages messages,
            Senders senders,
            ReadMarks marks) {
        this.wire = wire;
        this.drafts = drafts;
        this.sends = sends;
        this.messages = messages;
        this.senders = senders;
        this.marks = marks;
    }

    @Post
    @Consumes(MediaType.ALL)
    MutableHttpResponse<?> send(HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        ZavuSendRequest send = wire.bind(wire.treeWithFiles(request, body), ZavuSendRequest.class, Strictness.EXACT);
        Draft draft = drafts.read(send, sender(request), Fingerprint.of(request, body, SENDER));
        if (draft.content() instanceof Reaction(MessageReference target, _)) {
            messages.requireWhatsApp(principal.scope(), target);
        }
        return sends.submit(principal.scope(), draft, request);
    }

    @Post("/{messageId}/reactions")
    @Consumes(MediaType.ALL)
    MutableHttpResponse<?> react(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String messageId,
            @Body byte @Nullable [] body) {
        ZavuReactionRequest reaction = wire.read(request, body, ZavuReactionRequest.class, Strictness.EXACT);
        String emoji = Required.present(reaction.emoji(), "emoji");
        Message target = message(request, principal.scope(), messageId);
        return sends.submit(principal.scope(), Reactions.draft(target, emoji), request);
    }

    @Post("/{messageId}/typing")
    @Consumes(MediaType.ALL)
    HttpResponse<ZavuTypingResponse> typing(
            HttpRequest<?> request, Principal principal, @PathVariable String messageId) {
        marks.mark(message(request, principal.scope(), messageId), true);
        return HttpResponse.accepted().body(new ZavuTypingResponse(true));
    }

    /** The message that something is done about, by the sender that the header names if it names one. */
    private Message message(HttpRequest<?> request, Scope scope, String id) {
        Message message = messages.get(scope, id);
        senders.require(scope, drafts.sender(sender(request)), message);
        return message;
    }

    private static @Nullable String sender(HttpRequest<?> request) {
        return request.getHeaders().get(SENDER);
    }
}
