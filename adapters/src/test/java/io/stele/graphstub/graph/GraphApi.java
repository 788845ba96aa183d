package io.stele.graphstub.graph;

import io.stele.graphstub.check.MessageCheck;
import io.stele.graphstub.check.Refusal;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.fault.Faults;
import io.stele.graphstub.fault.FaultyAnswer;
import io.stele.graphstub.graph.Passed.Taken;
import io.stele.graphstub.http.Answer;
import io.stele.graphstub.http.Exchange;
import io.stele.graphstub.http.Handler;
import io.stele.graphstub.http.Head;
import io.stele.graphstub.ledger.Ledger;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers the Graph API's paths. Each request that is read has one line in the ledger, written before anything is answered
 * or called back.
 */
public final class GraphApi implements Handler {

    private static final String DOWNLOAD = "/whatsapp_business/attachments/";

    private final Numbers numbers;
    private final Faults faults;
    private final Ledger ledger;
    private final MessagesEndpoint messages;
    private final MediaEndpoint media;
    private final AccountEndpoint accounts;

    /**
     * @param received the ids of the messages that the business was told of; only those can be marked as read
     * @param root where this server is reached
     */
    public GraphApi(
            Numbers numbers,
            MessageCheck check,
            MediaStore files,
            Recent<Boolean> received,
            Faults faults,
            Ledger ledger,
            Acceptance acceptance,
            Supplier<String> root) {
        this.numbers = numbers;
        this.faults = faults;
        this.ledger = ledger;
        this.messages = new MessagesEndpoint(check, files, received, acceptance);
        this.media = new MediaEndpoint(files, numbers, root);
        this.accounts = new AccountEndpoint(numbers);
    }

    /** Forgets which accounts are subscribed to. */
    public void clear() {
        accounts.clear();
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        Fault unread = faults.takeUnread(endpoint(exchange.head()));
        if (unread != null) {
            FaultyAnswer.give(unread, Answer.json(200, Map.of()), exchange);
            return;
        }
        GraphRequest request = GraphRequest.of(exchange.head(), exchange.body());
        Passed passed;
        try {
            passed = route(request);
        } catch (Refusal refusal) {
            ledger.record(RequestLine.refused(request, numbers, endpoint(exchange.head()), refusal.error()));
            exchange.answer(refusal.error().answer());
            return;
        }
        carryOut(exchange, request, passed, faults.take(passed.endpoint(), passed.recipient()));
    }

    private void carryOut(Exchange exchange, GraphRequest request, Passed passed, @Nullable Fault fault)
            throws IOException {
        if (fault != null && !fault.taken()) {
            ledger.record(RequestLine.faulted(request, numbers, passed, fault));
            FaultyAnswer.give(fault, Answer.json(200, Map.of()), exchange);
            return;
        }
        Taken taken = passed.taking().get();
        ledger.record(RequestLine.taken(request, numbers, passed, taken, fault));
        taken.report().run();
        if (fault == null) {
            exchange.answer(taken.answer());
        } else {
            FaultyAnswer.give(fault, taken.answer(), exchange);
        }
    }

    private Passed route(GraphRequest request) {
        if (request.head().path().equals(DOWNLOAD)) {
            return media.download(request, request.knownToken(numbers));
        }
        String token = request.knownToken(numbers);
        if (!request.versioned() || request.words().isEmpty() || request.words().size() > 2) {
            throw unknown(request);
        }
        String id = request.words().getFirst();
        String edge = request.words().size() == 2 ? request.words().getLast() : "";
        return switch (request.head().method() + " " + edge) {
            case "POST messages" -> messages.messages(numbers.forToken("post", id, token), request);
            case "POST marketing_messages" -> messages.marketing(numbers.forToken("post", id, token), request);
            case "POST media" -> media.upload(numbers.forToken("post", id, token), request);
            case "GET " -> numbers.get(id) == null
                    ? media.show(request, token)
                    : accounts.number(numbers.forToken("get", id, token), request);
            case "DELETE " -> media.delete(request, token);
            case "GET phone_numbers" -> accounts.numbers(request, token);
            case "GET subscribed_apps", "POST subscribed_apps", "DELETE subscribed_apps" -> accounts.subscriptions(
                    request, token);
            default -> throw unknown(request);
        };
    }

    /** The kind of request, as far as its head tells. */
    private String endpoint(Head head) {
        String path = head.path();
        if (path.equals(DOWNLOAD)) {
            return "download";
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        return switch (last) {
            case "messages", "marketing_messages" -> MessagesEndpoint.SEND;
            case "media" -> "upload";
            case "subscribed_apps" -> "subscription";
            case "phone_numbers" -> "numbers";
            default -> numbers.get(last) == null ? "media" : "number";
        };
    }

    private static Refusal unknown(GraphRequest request) {
        return new Refusal(new Refusal.GraphError(
                400,
                2500,
                null,
                "OAuthException",
                "Unknown path components: /" + String.join("/", request.words()),
                null));
    }
}
