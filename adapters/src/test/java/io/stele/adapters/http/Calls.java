package io.stele.adapters.http;

import io.stele.adapters.http.Call.Body;
import io.stele.adapters.http.Call.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Calls and guards for tests. */
final class Calls {

    /** This machine, and nothing else. */
    static final AddressGuard LOOPBACK = new AddressGuard(
            List.of(Cidr.parse("127.0.0.0/8").orElseThrow(), Cidr.parse("::1/128").orElseThrow()));

    /** Long enough for any machine. */
    static final Limits PATIENT = limits(Duration.ofSeconds(20));

    private Calls() {}

    static Limits limits(Duration total) {
        return new Limits(total, total, total, 10_000, false);
    }

    static Call get(String url) {
        return get(url, PATIENT);
    }

    static Call get(String url, Limits limits) {
        return new Call(Method.GET, url, List.of(), null, limits);
    }

    static Call post(String url, String body, Limits limits) {
        return new Call(
                Method.POST,
                url,
                List.of(),
                new Body(body.getBytes(StandardCharsets.UTF_8), "application/json"),
                limits);
    }

    static Limits whole(Limits limits) {
        return new Limits(limits.connect(), limits.silence(), limits.total(), limits.mostBytes(), true);
    }

    static Limits bytes(int most) {
        return new Limits(PATIENT.connect(), PATIENT.silence(), PATIENT.total(), most, false);
    }

    static String text(Answered answered) {
        return new String(answered.body(), StandardCharsets.UTF_8);
    }
}
