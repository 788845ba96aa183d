package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.Required;
import io.stele.adapters.WireException;
import io.stele.adapters.chirp.ChirpIds;
import io.stele.adapters.chirp.ErrorCode;
import io.stele.adapters.chirp.ErrorType;
import io.stele.adapters.chirp.SendReader;
import io.stele.contracts.chirp.PlaygroundInboundRequest;
import io.stele.contracts.chirp.QueuedEvent;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.Inbox;
import io.stele.core.message.Context;
import io.stele.core.message.Message;
import io.stele.core.message.Text;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.project.Principal;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets a pretend customer write to a test app (contract §3.11, §7). */
@Controller("/v1/playground/whatsapp")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlaygroundController {

    private final WireReader wire;
    private final Directory directory;
    private final Inbox inbox;
    private final KsuidGenerator ids;
    private final InstantSource clock;

    PlaygroundController(
            WireReader wire, Directory directory, Inbox inbox, KsuidGenerator ids, InstantSource clock) {
        this.wire = wire;
        this.directory = directory;
        this.inbox = inbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** The business number need not be there: it is made, and assigned to the app, when it is first written to. */
    @Post("/inbound")
    @Consumes(MediaType.ALL)
    HttpResponse<?> inbound(HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        if (principal.mode() == Mode.LIVE) {
            return ErrorAnswer.of(403, ErrorType.INVALID_REQUEST_ERROR, "The playground takes the keys of test apps only.")
                    .withCode(ErrorCode.TEST_APP_REQUIRED)
                    .toResponse();
        }
        PlaygroundInboundRequest wanted =
                wire.read(request, body, PlaygroundInboundRequest.class, Strictness.EXACT);
        PhoneNumber from = SendReader.from(wanted.from());
        PhoneNumber to = to(wanted.to());
        String text = Required.present(wanted.text(), "text");
        if (text.isEmpty()) {
            throw new WireException("text", "must not be empty");
        }
        Message message = inbox.receive(new InboundMessage(
                endpoint(principal, to),
                from,
                Identity.UNKNOWN,
                "wamid.playground" + ids.next(),
                null,
                Text.of(text),
                Context.NONE,
                null,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                List.of()));
        return HttpResponse.accepted()
                .body(new QueuedEvent(ChirpIds.message(message.id(), principal.mode()), "QUEUED"));
    }

    private Endpoint endpoint(Principal principal, PhoneNumber number) {
        AppId app = Objects.requireNonNull(principal.app(), "only app keys come here");
        Endpoint endpoint = directory.endpointOrSandbox(principal.scope(), Channel.WHATSAPP, number, app);
        if (!app.equals(endpoint.app())) {
            throw new RejectedException(new Rejection.NotFound(Rejection.Resource.ENDPOINT, number.value()));
        }
        return endpoint;
    }

    private static PhoneNumber to(@Nullable String text) {
        return PhoneNumber.parse(Required.present(text, "to"))
                .orElseThrow(() -> new RejectedException(
                        new Rejection.InvalidField(Field.TO, "must be a phone number in E.164")));
    }
}
