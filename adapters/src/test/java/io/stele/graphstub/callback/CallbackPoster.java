package io.stele.graphstub.callback;

import io.stele.graphstub.http.HttpCaller;
import io.stele.graphstub.http.Response;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import io.stele.graphstub.ledger.Ledger;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Posts to the business, again and again until it answers 200; each attempt is a line in the ledger. */
public final class CallbackPoster {

    private static final int MOST_AT_ONCE = 64;

    private final HttpCaller http = new HttpCaller();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Ledger ledger;
    private volatile CallbackSettings settings;
    private volatile int generation;

    /** How a body is signed. */
    public enum Signing {
        RIGHT,
        WRONG,
        ABSENT
    }

    /**
     * What came of asking the business whether it is the right one.
     *
     * @param status what it answered; 0 when it did not
     * @param verified whether it answered 200 and the challenge
     */
    public record Handshake(int status, String body, boolean verified) {}

    public CallbackPoster(CallbackSettings settings, Ledger ledger) {
        this.settings = settings;
        this.ledger = ledger;
    }

    public void change(Members members) {
        settings = settings.with(members);
    }

    /** Gives up everything that waits to be tried again. */
    public void forget() {
        generation++;
    }

    /**
     * Posts a body, signed, in the background.
     *
     * @return the first attempt; further ones may follow it
     */
    public CompletableFuture<Attempt> post(byte[] body) {
        CompletableFuture<Attempt> first = new CompletableFuture<>();
        int current = generation;
        Thread.ofVirtual().start(() -> {
            try {
                Attempt attempt = attempt(body, Signing.RIGHT, 1);
                first.complete(attempt);
                retry(body, attempt, current);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                first.cancel(false);
            } catch (RuntimeException e) {
                first.completeExceptionally(e);
            }
        });
        return first;
    }

    /** Posts a body once. */
    public Attempt once(byte[] body, Signing signing) throws InterruptedException {
        return attempt(body, signing, 1);
    }

    /** Posts a body so many times at the same moment, once each. */
    public List<Attempt> concurrently(byte[] body, int times) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        List<CompletableFuture<Attempt>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            CompletableFuture<Attempt> each = new CompletableFuture<>();
            all.add(each);
            Thread.ofVirtual().start(() -> {
                try {
                    start.await();
                    each.complete(unlimitedAttempt(body, Signing.RIGHT, 1));
                } catch (InterruptedException | RuntimeException e) {
                    each.completeExceptionally(e);
                }
            });
        }
        start.countDown();
        return all.stream().map(CompletableFuture::join).toList();
    }

    /** Asks as Meta does before it posts to an address. */
    public Handshake handshake(String mode, String token, String challenge) {
        URI url = settings.url();
        if (url == null) {
            throw new IllegalArgumentException("there is no callback address");
        }
        String query = "hub.mode=" + encoded(mode) + "&hub.challenge=" + encoded(challenge) + "&hub.verify_token="
                + encoded(token);
        URI asked = URI.create(url + (url.getQuery() == null ? "?" : "&") + query);
        Map<String, String> headers = Map.of("User-Agent", "facebookplatform/1.0 (+http://developers.facebook.com)");
        try {
            Response response = http.call("GET", asked, headers, new byte[0], settings.timeout());
            return new Handshake(
                    response.status(), response.text(), response.status() == 200 && response.text().equals(challenge));
        } catch (IOException e) {
            return new Handshake(0, e.toString(), false);
        }
    }

    private void retry(byte[] body, Attempt first, int current) throws InterruptedException {
        Attempt attempt = first;
        int number = 1;
        for (Duration wait : settings.retries()) {
            if (attempt.isAcknowledged() || settings.url() == null) {
                return;
            }
            Thread.sleep(wait);
            if (generation != current) {
                return;
            }
            number++;
            attempt = attempt(body, Signing.RIGHT, number);
        }
    }

    private Attempt attempt(byte[] body, Signing signing, int number) throws InterruptedException {
        places.acquire();
        try {
            return unlimitedAttempt(body, signing, number);
        } finally {
            places.release();
        }
    }

    private Attempt unlimitedAttempt(byte[] body, Signing signing, int number) {
        CallbackSettings now = settings;
        long start = System.nanoTime();
        Attempt attempt;
        String answer = "";
        if (now.url() == null) {
            attempt = new Attempt(null, "there is no callback address", 0);
        } else {
            try {
                Response response = http.call("POST", now.url(), headers(now, body, signing), body, now.timeout());
                attempt = new Attempt(response.status(), null, millisSince(start));
                answer = response.text();
            } catch (IOException e) {
                attempt = new Attempt(null, e.toString(), millisSince(start));
            }
        }
        ledger.record(line(body, signing, number, attempt, answer));
        return attempt;
    }

    private static Map<String, String> headers(CallbackSettings settings, byte[] body, Signing signing) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of(
                "User-Agent", "facebookexternalua", "Accept", "*/*", "Content-Type", "application/json"));
        switch (signing) {
            case RIGHT -> headers.put("X-Hub-Signature-256", Signature.of(body, settings.appSecret()));
            case WRONG -> headers.put("X-Hub-Signature-256", Signature.of(body, settings.appSecret() + "?"));
            case ABSENT -> {}
        }
        return headers;
    }

    private static Map<String, Object> line(byte[] body, Signing signing, int number, Attempt attempt, String said) {
        Map<String, Object> line = Json.members(
                "kind", "callback",
                "attempt", number,
                "signing", signing.name(),
                "body", new String(body, StandardCharsets.UTF_8),
                "answer", said.isEmpty() ? null : said.substring(0, Math.min(said.length(), 500)));
        line.putAll(attempt.members());
        return line;
    }

    private static long millisSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
