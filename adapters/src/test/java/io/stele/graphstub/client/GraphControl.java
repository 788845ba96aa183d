package io.stele.graphstub.client;

import io.stele.graphstub.callback.Attempt;
import io.stele.graphstub.callback.CallbackPoster.Handshake;
import io.stele.graphstub.callback.CallbackPoster.Signing;
import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.callback.ReceiptPlan.Failure;
import io.stele.graphstub.check.TemplateBook;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in's control interface in types. Safe for several threads.
 *
 * <p>Each method throws an {@link IllegalArgumentException} with the stand-in's reason for what it cannot do.
 */
public final class GraphControl implements AutoCloseable {

    private final ControlHttp http;

    /** @param root where the stand-in is reached, without a slash at the end */
    public GraphControl(URI root) {
        this.http = new ControlHttp(root);
    }

    public URI root() {
        return http.root();
    }

    /** Every line since the last {@link #reset}. */
    public List<LedgerLine> ledger() {
        return ledger(0);
    }

    /** The lines after a number, since the last {@link #reset}. */
    public List<LedgerLine> ledger(long after) {
        List<LedgerLine> all = new ArrayList<>();
        List<LedgerLine> some = http.lines(after);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = http.lines(some.getLast().index());
        }
        return all;
    }

    /** At most so many lines, the newest ones, oldest first: also where memory had no room for all. */
    public List<LedgerLine> newest(int lines) {
        return ledger(Math.max(0, http.get("state").number("last", 0) - lines));
    }

    /** The messages that were accepted, in order. */
    public List<LedgerLine> accepted() {
        return ledger().stream()
                .filter(line -> line.endpoint().equals("messages") && line.verdict().equals("accepted"))
                .toList();
    }

    /** The requests that were refused, in order. */
    public List<LedgerLine> refused() {
        return ledger().stream().filter(line -> line.verdict().equals("refused")).toList();
    }

    /** The attempts at telling the business something, in the order in which they ended. */
    public List<LedgerLine> callbacks() {
        return ledger().stream().filter(line -> line.kind().equals("callback")).toList();
    }

    /** By the sender's own note, what became of the messages with it. */
    public Map<String, Sends> counts() {
        Map<String, Sends> counts = new LinkedHashMap<>();
        http.get("counts").all().forEach((data, each) -> {
            Members sends = Members.of(each);
            counts.put(data, new Sends(sends.number("accepted", 0), sends.number("refused", 0), sends.number("faulted", 0)));
        });
        return counts;
    }

    public Totals totals() {
        Members totals = http.get("totals");
        return new Totals(
                totals.number("accepted", 0),
                totals.number("refused", 0),
                totals.number("faulted", 0),
                totals.number("callback_data", 0),
                totals.number("accepted_twice", 0),
                totals.number("callbacks", 0),
                totals.number("callbacks_acknowledged", 0));
    }

    /** Forgets everything but the numbers and where the business is reached. The ledger's file and numbering go on. */
    public void reset() {
        http.post("reset", Map.of());
    }

    /** Puts faults at the end of the queue. */
    public void add(Fault... faults) {
        http.post("faults", Arrays.stream(faults).map(Fault::members).toList());
    }

    public void clearFaults() {
        http.delete("faults");
    }

    /** How many requests will still meet a fault. */
    public long faultsLeft() {
        return http.get("state").number("faults_left", 0);
    }

    /** Where the business is told from now on. */
    public void callback(URI url) {
        http.post("callback", Json.members("url", url.toString()));
    }

    public void appSecret(String secret) {
        http.post("callback", Json.members("app_secret", secret));
    }

    /** How long to wait before each further attempt; none for one attempt only. */
    public void retries(Duration... waits) {
        http.post(
                "callback",
                Json.members("retry_millis", Arrays.stream(waits).map(Duration::toMillis).toList()));
    }

    public void callbackTimeout(Duration timeout) {
        http.post("callback", Json.members("timeout_millis", timeout.toMillis()));
    }

    /** Which receipts follow the messages that are accepted from now on. */
    public void receipts(ReceiptPlan plan) {
        http.post("receipts", plan.members());
    }

    /** Posts a receipt for an accepted message now; returns after the first attempt. */
    public Attempt receipt(String wamid, String status) {
        return receipt(wamid, status, null);
    }

    /** Posts a {@code failed} receipt. */
    public Attempt failure(String wamid, int code, String title, String details) {
        return receipt(wamid, "failed", new Failure(code, title, details));
    }

    public long heldReceipts() {
        return http.get("state").number("receipts_held", 0);
    }

    /** Posts what was held, in order, a body each; returns how many they were. */
    public long release() {
        return release(false, false, 1);
    }

    /**
     * Posts what was held; returns how many receipts that were, when each body was tried once.
     *
     * @param together whether one body has them all
     * @param copies how often each body is posted
     */
    public long release(boolean reversed, boolean together, int copies) {
        return http.post("receipts/release", Json.members("reversed", reversed, "together", together, "copies", copies))
                .number("released", 0);
    }

    /** Posts exactly this body, signed; returns after the first attempt, and goes on trying behind that if need be. */
    public Attempt inbound(String body) {
        return attempt(http.post("inbound", body));
    }

    public Attempt inbound(CallbackBody body) {
        return inbound(body.json());
    }

    /** Posts exactly this body once, signed as told. */
    public Attempt inboundOnce(String body, Signing signing) {
        return attempt(http.post("inbound?retried=false&signing=" + signing.name(), body));
    }

    /** Posts the same body, signed, so many times at the same moment. */
    public List<Attempt> sendConcurrently(String body, int times) {
        return http.post("concurrent?times=" + times, body).listOfMembers("attempts").stream()
                .map(GraphControl::attempt)
                .toList();
    }

    /** Asks the business whether it is the right one, as Meta does when an address is entered. */
    public Handshake handshake(String verifyToken, String challenge) {
        return handshake("subscribe", verifyToken, challenge);
    }

    public Handshake handshake(String mode, String verifyToken, String challenge) {
        Members answer = http.post(
                "handshake", Json.members("mode", mode, "verify_token", verifyToken, "challenge", challenge));
        return new Handshake(
                (int) answer.number("status", 0), answer.text("body", ""), answer.flag("verified", false));
    }

    /** Registers a file that a customer sends to a number. */
    public RegisteredMedia media(String numberId, String mimeType, byte[] content) {
        Members media = http.post(
                "media?phone_number_id=" + encoded(numberId) + "&mime_type=" + encoded(mimeType), content);
        return new RegisteredMedia(media.text("id"), media.text("mime_type"), media.text("sha256"), media.text("url"));
    }

    /** How long the addresses of files that are given from now on will do; five minutes without this. */
    public void mediaUrlLifetime(Duration lifetime) {
        http.post("settings", Json.members("media_url_millis", lifetime.toMillis()));
    }

    /** Enters a template; from the first on, only those entered exist. */
    public void template(TemplateBook.Entry template) {
        http.post(
                "templates",
                Json.members(
                        "name", template.name(),
                        "language", template.language(),
                        "category", template.category(),
                        "status", template.status(),
                        "header", template.header(),
                        "body", template.body()));
    }

    /** Enters a further number. */
    public void number(String id, String account, String display, String token) {
        http.post("numbers", Json.members("id", id, "account", account, "display", display, "token", token));
    }

    /** Changes what a number says of itself, such as {@code quality_rating}. */
    public void numberFields(String id, Map<String, Object> fields) {
        http.post("numbers", Json.members("id", id, "fields", fields));
    }

    @Override
    public void close() {
        http.close();
    }

    private Attempt receipt(String wamid, String status, @Nullable Failure failure) {
        return attempt(http.post(
                "receipts/post",
                Json.members("wamid", wamid, "status", status, "failure", failure == null ? null : failure.members())));
    }

    private static Attempt attempt(Members members) {
        long status = members.number("status", 0);
        return new Attempt(status == 0 ? null : (int) status, members.optionalText("error"), members.number("millis", 0));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
