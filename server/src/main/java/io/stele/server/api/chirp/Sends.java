package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.chirp.ChirpSend;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.Intake;
import io.stele.core.intake.SenderChoice;
import io.stele.core.message.Message;
import io.stele.core.project.Principal;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.Fingerprint;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes sends in: from a number of the caller's app, over WhatsApp and nothing else. */
@Singleton
final class Sends {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Directory directory;
    private final Intake intake;

    Sends(Directory directory, Intake intake) {
        this.directory = directory;
        this.intake = intake;
    }

    /**
     * Makes a message of the send; it is durable when this returns.
     *
     * @throws RejectedException when the number is not the app's, or when the domain refuses
     */
    Message submit(Principal principal, ChirpSend send, HttpRequest<?> request, byte @Nullable [] body) {
        Endpoint endpoint = directory
                .endpoint(principal.scope(), Channel.WHATSAPP, send.from())
                .filter(candidate -> candidate.app() != null && candidate.app().equals(principal.app()))
                .orElseThrow(() -> new RejectedException(
                        new Rejection.NotFound(Rejection.Resource.SENDER, send.from().value())));
        String key = request.getHeaders().get(IDEMPOTENCY_KEY);
        Draft draft = new Draft(
                new SenderChoice.Through(endpoint.id()),
                send.to(),
                Channel.WHATSAPP,
                send.content(),
                send.quote(),
                key == null ? null : new IdempotencyKey(key, Fingerprint.of(request, body)),
                false,
                null,
                Map.of(),
                List.of());
        return intake.submit(principal.scope(), draft).message();
    }
}
