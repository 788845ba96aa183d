package io.stele.graphstub.control;

import io.stele.graphstub.callback.Attempt;
import io.stele.graphstub.callback.CallbackPoster;
import io.stele.graphstub.callback.CallbackPoster.Handshake;
import io.stele.graphstub.callback.CallbackPoster.Signing;
import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.callback.Receipts;
import io.stele.graphstub.check.TemplateBook;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.fault.Faults;
import io.stele.graphstub.graph.BusinessNumber;
import io.stele.graphstub.graph.GraphApi;
import io.stele.graphstub.graph.MediaStore;
import io.stele.graphstub.graph.MediaStore.Media;
import io.stele.graphstub.graph.Numbers;
import io.stele.graphstub.graph.Recent;
import io.stele.graphstub.http.Answer;
import io.stele.graphstub.http.Exchange;
import io.stele.graphstub.http.Handler;
import io.stele.graphstub.http.Head;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import io.stele.graphstub.json.NotJsonException;
import io.stele.graphstub.ledger.Ledger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything below {@code /control/}: no token, JSON both ways. What cannot be done is answered with 400 and
 * {@code {"error":"why"}}.
 */
public final class ControlApi implements Handler {

    public static final String ROOT = "/control/";

    private static final int MOST_LINES = 10_000;

    private final Parts parts;

    /** What is steered. */
    public record Parts(
            Numbers numbers,
            TemplateBook templates,
            MediaStore media,
            Recent<Boolean> received,
            Faults faults,
            Ledger ledger,
            CallbackPoster poster,
            Receipts receipts,
            GraphApi graph,
            Supplier<String> root) {}

    public ControlApi(Parts parts) {
        this.parts = parts;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        Head head = exchange.head();
        byte[] body = exchange.body();
        exchange.answer(answer(head, body));
    }

    private Answer answer(Head head, byte[] body) {
        try {
            String done = head.method() + " " + head.path().substring(ROOT.length());
            return switch (done) {
                case "GET state" -> ok(state());
                case "GET ledger" -> lines(head.parameters());
                case "GET counts" -> ok(parts.ledger().counts());
                case "GET totals" -> ok(parts.ledger().totals());
                case "POST reset" -> reset();
                case "POST faults" -> addFaults(body);
                case "DELETE faults" -> clearFaults();
                case "POST callback" -> changeCallback(body);
                case "POST receipts" -> followPlan(body);
                case "POST receipts/post" -> postReceipt(Json.readMembers(body));
                case "POST receipts/release" -> release(Json.readMembers(body));
                case "POST inbound" -> inbound(head.parameters(), body);
                case "POST concurrent" -> concurrent(head.parameters(), body);
                case "POST handshake" -> handshake(Json.readMembers(body));
                case "POST media" -> media(head.parameters(), body);
                case "POST settings" -> settings(Json.readMembers(body));
                case "POST templates" -> template(Json.readMembers(body));
                case "POST numbers" -> number(Json.readMembers(body));
                default -> error(404, "nothing is at " + done);
            };
        } catch (IllegalArgumentException | NotJsonException e) {
            return error(400, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return error(503, "stopped");
        }
    }

    private Map<String, Object> state() {
        return Json.members(
                "numbers", parts.numbers().all().stream().map(BusinessNumber::id).sorted().toList(),
                "last", parts.ledger().last(),
                "faults_left", parts.faults().left(),
                "receipts_held", parts.receipts().heldCount());
    }

    private Answer lines(Map<String, String> parameters) {
        long after = Long.parseLong(parameters.getOrDefault("after", "0"));
        int limit = Integer.parseInt(parameters.getOrDefault("limit", String.valueOf(MOST_LINES)));
        List<String> lines = parts.ledger().after(after, Math.min(limit, MOST_LINES));
        // The lines are JSON already; taking them apart to put them together again would cost more than all else here.
        String text = "{\"last\":" + parts.ledger().last() + ",\"lines\":[" + String.join(",", lines) + "]}";
        return Answer.of(200, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer reset() {
        parts.faults().clear();
        parts.receipts().clear();
        parts.poster().forget();
        parts.templates().clear();
        parts.media().clear();
        parts.received().clear();
        parts.graph().clear();
        parts.ledger().forget();
        return ok(Map.of());
    }

    private Answer addFaults(byte[] body) {
        Object value = Json.read(body);
        List<Fault> faults = (value instanceof List<?> list ? list : List.of(Members.of(value).all()))
                .stream().map(Members::of).map(Fault::from).toList();
        faults.forEach(parts.faults()::add);
        return ok(Map.of("faults_left", parts.faults().left()));
    }

    private Answer clearFaults() {
        parts.faults().clear();
        return ok(Map.of());
    }

    private Answer changeCallback(byte[] body) {
        parts.poster().change(Json.readMembers(body));
        return ok(Map.of());
    }

    private Answer followPlan(byte[] body) {
        parts.receipts().follow(ReceiptPlan.from(Json.readMembers(body)));
        return ok(Map.of());
    }

    private Answer postReceipt(Members order) {
        Members failure = order.optionalMembers("failure");
        Attempt attempt = parts.receipts()
                .post(
                        order.text("wamid"),
                        order.text("status"),
                        failure == null ? null : ReceiptPlan.Failure.from(failure));
        return ok(attempt.members());
    }

    private Answer release(Members order) {
        int released = parts.receipts()
                .release(order.flag("reversed", false), order.flag("together", false), (int) order.number("copies", 1));
        return ok(Map.of("released", released));
    }

    private Answer inbound(Map<String, String> parameters, byte[] body) throws InterruptedException {
        remember(body);
        Signing signing = Signing.valueOf(parameters.getOrDefault("signing", Signing.RIGHT.name()));
        boolean retried = Boolean.parseBoolean(parameters.getOrDefault("retried", "true"));
        Attempt attempt = signing == Signing.RIGHT && retried
                ? parts.poster().post(body).join()
                : parts.poster().once(body, signing);
        return ok(attempt.members());
    }

    private Answer concurrent(Map<String, String> parameters, byte[] body) throws InterruptedException {
        remember(body);
        int times = Integer.parseInt(parameters.getOrDefault("times", "2"));
        return ok(Map.of(
                "attempts", parts.poster().concurrently(body, times).stream().map(Attempt::members).toList()));
    }

    private Answer handshake(Members order) {
        Handshake answer = parts.poster()
                .handshake(
                        order.text("mode", "subscribe"),
                        order.text("verify_token"),
                        order.text("challenge", UUID.randomUUID().toString()));
        return ok(Json.members("status", answer.status(), "body", answer.body(), "verified", answer.verified()));
    }

    private Answer media(Map<String, String> parameters, byte[] body) {
        Media media = parts.media()
                .put(
                        parameters.getOrDefault("phone_number_id", ""),
                        parameters.getOrDefault("mime_type", "application/octet-stream"),
                        body);
        return ok(Json.members(
                "id", media.id(),
                "mime_type", media.type(),
                "sha256", Base64.getEncoder().encodeToString(media.sha256()),
                "url", parts.root().get() + parts.media().address(media)));
    }

    private Answer settings(Members settings) {
        parts.media().lifetime(Duration.ofMillis(settings.number("media_url_millis", 300_000)));
        return ok(Map.of());
    }

    private Answer template(Members template) {
        parts.templates().enter(TemplateBook.Entry.from(template));
        return ok(Map.of());
    }

    private Answer number(Members order) {
        String id = order.text("id");
        BusinessNumber known = parts.numbers().get(id);
        BusinessNumber number = known == null
                ? BusinessNumber.of(id, order.text("account"), order.text("display"), order.text("token"))
                : new BusinessNumber(
                        id,
                        order.text("account", known.account()),
                        order.text("display", known.display()),
                        order.text("token", known.token()),
                        known.fields());
        Members fields = order.optionalMembers("fields");
        parts.numbers().put(fields == null ? number : number.with(fields.all()));
        return ok(Map.of());
    }

    /** The messages of a body can be marked as read from now on. */
    private void remember(byte[] body) {
        try {
            Members.of(Json.read(body)).listOfMembers("entry").stream()
                    .flatMap(entry -> entry.listOfMembers("changes").stream())
                    .map(change -> change.optionalMembers("value"))
                    .flatMap(value -> value == null ? Stream.of() : value.listOfMembers("messages").stream())
                    .map(message -> message.optionalText("id"))
                    .forEach(id -> {
                        if (id != null) {
                            parts.received().put(id, true);
                        }
                    });
        } catch (IllegalArgumentException | NotJsonException e) {
            // A test may post whatever it likes; there is then nothing to remember.
        }
    }

    private static Answer ok(Object value) {
        return Answer.json(200, value);
    }

    private static Answer error(int status, String why) {
        return Answer.json(status, Map.of("error", why));
    }
}
