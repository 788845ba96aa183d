package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.WireException;
import io.stele.adapters.kapso.MessageResources;
import io.stele.adapters.kapso.SendReader;
import io.stele.adapters.kapso.Surface;
import io.stele.contracts.kapso.CursorPage;
import io.stele.contracts.kapso.graph.Interactive;
import io.stele.contracts.kapso.graph.MessageRequest;
import io.stele.contracts.kapso.graph.MessageResponse;
import io.stele.contracts.kapso.graph.SuccessResponse;
import io.stele.core.channel.Endpoint;
import io.stele.core.inbound.ReadMarks;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.Intake;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageLog;
import io.stele.core.page.Page;
import io.stele.core.project.Principal;
import io.stele.server.http.Fingerprint;
import io.stele.server.http.Refusal;
import io.stele.server.http.RefusedException;
import io.stele.server.http.SelectedMembers;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import io.stele.server.media.ShownMedia;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A number's messages in Meta's form: send, mark as read, list, get (contract §2.1 to §2.7). */
@Controller(Paths.PROXY + "/{phoneNumberId}/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProxyMessages {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final Set<String> PAYMENTS = Set.of("order_details", "order_status");

    /** Graph reads no other member than the one that the type names. */
    private static final SelectedMembers CONTENT = new SelectedMembers(
            "type",
            Stream.of(
                            "text", "image", "video", "audio", "document", "sticker", "location", "contacts", "reaction",
                            "interactive", "template")
                    .collect(Collectors.toMap(Function.identity(), Function.identity())));

    private final WireReader wire;
    private final SendReader sends;
    private final Numbers numbers;
    private final Messages messages;
    private final MessageLog log;
    private final Intake intake;
    private final ReadMarks marks;
    private final ShownMedia media;
    private final MessageResources resources;
    private final Cursors cursors;
    private final Trees trees;

    ProxyMessages(
            WireReader wire,
            SendReader sends,
            Numbers numbers,
            Messages messages,
            MessageLog log,
            Intake intake,
            ReadMarks marks,
            ShownMedia media,
            MessageResources resources,
            Cursors cursors,
            Trees trees) {
        this.wire = wire;
        this.sends = sends;
        this.numbers = numbers;
        this.messages = messages;
        this.log = log;
        this.intake = intake;
        this.marks = marks;
        this.media = media;
        this.resources = resources;
        this.cursors = cursors;
        this.trees = trees;
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> post(
            HttpRequest<?> request, Principal principal, @PathVariable String phoneNumberId, @Body byte @Nullable [] body) {
        Endpoint number = numbers.number(principal, phoneNumberId);
        MessageRequest wanted = wire.read(request, body, MessageRequest.class, Strictness.NUMBERS_AS_TEXT, CONTENT);
        SendReader.ReadMark mark = sends.readMark(wanted).orElse(null);
        if (mark != null) {
            return HttpResponse.ok(read(principal, number, mark));
        }
        requireOffered(wanted);
        if (!isAccountOf(number, wanted)) {
            return ProxyErrors.accountMismatch().toResponse();
        }
        return HttpResponse.ok(send(request, principal, number, wanted, body));
    }

    @Get
    CursorPage<JsonNode> list(HttpRequest<?> request, Principal principal, @PathVariable String phoneNumberId) {
        Endpoint number = numbers.number(principal, phoneNumberId);
        Query query = new Query(request);
        FieldSelection fields = FieldSelection.of(query);
        Page<Message> page =
                log.messages(principal.scope(), Messages.ofNumber(query, number.id()), cursors.messages(query));
        return new CursorPage<>(
                media.of(request, page.items(), ShownMedia.Form.PROVIDERS).stream()
                        .map(message -> shown(message, phoneNumberId, fields))
                        .toList(),
                cursors.ofMessages(page, Message::id));
    }

    @Get("/{messageId:.*}")
    JsonNode get(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String phoneNumberId,
            @PathVariable String messageId) {
        Endpoint number = numbers.number(principal, phoneNumberId);
        Message message = messages.get(principal.scope(), messageId, number.id());
        return shown(
                media.of(request, message, ShownMedia.Form.PROVIDERS), phoneNumberId, FieldSelection.of(new Query(request)));
    }

    private MessageResponse send(
            HttpRequest<?> request, Principal principal, Endpoint number, MessageRequest wanted, byte @Nullable [] body) {
        String key = request.getHeaders().get(IDEMPOTENCY_KEY);
        IdempotencyKey idempotency = key == null ? null : new IdempotencyKey(key, Fingerprint.of(request, body));
        Draft draft = sends.draft(wanted, number.id(), idempotency);
        request.setAttribute(KapsoApi.CONTENT, draft.content());
        Message message = intake.submit(principal.scope(), draft).message();
        return resources.accepted(message, sends.input(wanted));
    }

    private SuccessResponse read(Principal principal, Endpoint number, SendReader.ReadMark mark) {
        Message message = messages.find(principal.scope(), mark.message(), number.id())
                .filter(found -> found.direction() == Direction.INBOUND)
                .orElseThrow(() -> new WireException("message_id", "does not name a message that came in"));
        marks.mark(message, mark.typing());
        return new SuccessResponse(true);
    }

    /** What Kapso would send and this server does not is told from what is wrong. */
    private static void requireOffered(MessageRequest request) {
        if ("group".equals(request.recipientType())) {
            throw new RefusedException(new Refusal.NotOffered("messages to groups"));
        }
        Interactive interactive = request.interactive();
        if (interactive != null && interactive.type() != null && PAYMENTS.contains(interactive.type())) {
            throw new RefusedException(new Refusal.NotOffered("interactive messages of the type " + interactive.type()));
        }
    }

    private static boolean isAccountOf(Endpoint number, MessageRequest request) {
        String account = request.messagingAccountId() != null
                ? request.messagingAccountId()
                : request.paidMessagingAccountId();
        return account == null
                || number.whatsAppNumber()
                        .filter(names -> names.businessAccountId().equals(account))
                        .isPresent();
    }

    private JsonNode shown(Message message, String phoneNumberId, FieldSelection fields) {
        return fields.ofMessage(trees.of(resources.message(message, phoneNumberId, Surface.PROXY)));
    }
}
