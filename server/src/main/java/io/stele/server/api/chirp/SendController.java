package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.Required;
import io.stele.adapters.chirp.ChirpFields;
import io.stele.adapters.chirp.SendReader;
import io.stele.adapters.chirp.SendResponses;
import io.stele.contracts.chirp.MessageReference;
import io.stele.contracts.chirp.SendRequest;
import io.stele.contracts.chirp.SendResponse;
import io.stele.contracts.chirp.SuccessResponse;
import io.stele.contracts.chirp.TemplateSendRequest;
import io.stele.contracts.chirp.TemplateSendResponse;
import io.stele.core.inbound.ReadMarks;
import io.stele.core.message.Message;
import io.stele.core.project.Principal;
import io.stele.server.http.SelectedMembers;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an app sends: messages, templates, read marks and typing indicators (contract §3.1 to §3.4). */
@Controller("/v1/whatsapp")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SendController {

    /** Contract §3.1: only the member that the type selects is read. */
    private static final SelectedMembers CONTENT = new SelectedMembers(
            "type",
            Map.ofEntries(
                    Map.entry("text", "text"),
                    Map.entry("image", "media"),
                    Map.entry("video", "media"),
                    Map.entry("audio", "media"),
                    Map.entry("document", "media"),
                    Map.entry("sticker", "sticker"),
                    Map.entry("location", "location"),
                    Map.entry("contacts", "contacts"),
                    Map.entry("reaction", "reaction"),
                    Map.entry("template", "template"),
                    Map.entry("interactive", "interactive")));

    private final WireReader wire;
    private final SendReader reader;
    private final SendResponses answers;
    private final Sends sends;
    private final Messages messages;
    private final ReadMarks marks;

    SendController(
            WireReader wire,
            SendReader reader,
            SendResponses answers,
            Sends sends,
            Messages messages,
            ReadMarks marks) {
        this.wire = wire;
        this.reader = reader;
        this.answers = answers;
        this.sends = sends;
        this.messages = messages;
        this.marks = marks;
    }

    @Post("/messages")
    @Consumes(MediaType.ALL)
    SendResponse send(HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        SendRequest send = wire.read(request, body, SendRequest.class, Strictness.EXACT, CONTENT);
        FieldNames names = (field, positions) -> ChirpFields.path(field, positions, send);
        names.keepWith(request);
        Message message = sends.submit(principal, reader.read(send, principal.mode()), request, body);
        return answers.of(message, Required.present(send.to(), "to"));
    }

    @Post("/templates/send")
    @Consumes(MediaType.ALL)
    TemplateSendResponse sendTemplate(HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        TemplateSendRequest send = wire.read(request, body, TemplateSendRequest.class, Strictness.EXACT);
        FieldNames names = ChirpFields::pathInTemplateSend;
        names.keepWith(request);
        Message message = sends.submit(principal, reader.read(send), request, body);
        return answers.ofTemplate(message, Required.present(send.to(), "to"));
    }

    @Post("/messages/read")
    @Consumes(MediaType.ALL)
    SuccessResponse read(HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        return mark(request, principal, body, false);
    }

    @Post("/messages/typing")
    @Consumes(MediaType.ALL)
    SuccessResponse typing(HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        return mark(request, principal, body, true);
    }

    private SuccessResponse mark(
            HttpRequest<?> request, Principal principal, byte @Nullable [] body, boolean typing) {
        MessageReference reference = wire.read(request, body, MessageReference.class, Strictness.EXACT);
        String id = Required.present(reference.messageId(), "messageId");
        marks.mark(messages.inbound(principal, id, "messageId"), typing);
        return new SuccessResponse(true);
    }
}
