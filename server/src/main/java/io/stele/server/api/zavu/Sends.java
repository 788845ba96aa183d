package io.stele.server.api.zavu;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.zavu.ZavuMessages;
import io.stele.contracts.zavu.ZavuMessage;
import io.stele.contracts.zavu.ZavuMessageResponse;
import io.stele.core.intake.Draft;
import io.stele.core.intake.Intake;
import io.stele.core.intake.Submitted;
import io.stele.core.message.Message;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes sends in. */
@Singleton
final class Sends {

    private static final String RETRY_COUNT = "x-stainless-retry-count";

    private final Intake intake;
    private final Senders senders;
    private final Messages messages;
    private final ZavuMessages resources;
    private final JsonMapper json;

    Sends(Intake intake, Senders senders, Messages messages, ZavuMessages resources, JsonMapper json) {
        this.intake = intake;
        this.senders = senders;
        this.messages = messages;
        this.resources = resources;
        this.json = json;
    }

    /**
     * Makes a message of the draft; it is durable when this returns. A key that was used before is a conflict (contract §3.6),
     * unless the client's own transport sends the same request again: then the first answer was lost, and it is given once more.
     *
     * @throws RejectedException when the domain refuses
     */
    MutableHttpResponse<?> submit(Scope scope, Draft draft, HttpRequest<?> request) {
        senders.require(scope, draft.sender());
        Submitted submitted;
        try {
            submitted = intake.submit(scope, draft);
        } catch (RejectedException e) {
            if (e.rejection() instanceof Rejection.IdempotencyKeyReused(_, Message original)) {
                return conflict(Refusals.of(e.rejection()), shown(scope, original));
            }
            throw e;
        }
        ZavuMessage message = shown(scope, submitted.message());
        return submitted.repeated() && !isSentAgain(request)
                ? conflict(Refusals.idempotencyConflict("The idempotency key was used before."), message)
                : HttpResponse.accepted().body(new ZavuMessageResponse(message));
    }

    /** A message that was sent before may have gone on by another channel since. */
    private ZavuMessage shown(Scope scope, Message message) {
        return resources.toWire(messages.course(scope, message));
    }

    /** With the message that the key was used for. */
    private MutableHttpResponse<?> conflict(ErrorAnswer answer, ZavuMessage original) {
        return answer.with("messageId", JsonNode.createStringNode(original.id()))
                .with("message", tree(original))
                .toResponse();
    }

    private static boolean isSentAgain(HttpRequest<?> request) {
        String count = request.getHeaders().get(RETRY_COUNT);
        return count != null && count.strip().matches("0*[1-9][0-9]*");
    }

    private JsonNode tree(ZavuMessage message) {
        try {
            return json.writeValueToTree(message);
        } catch (IOException e) {
            throw new UncheckedIOException("a message is always writable", e);
        }
    }
}
