package io.stele.proof.client;

import io.stele.graphstub.json.Members;
import io.stele.harness.stele.BusinessNumber;
import io.stele.harness.stele.Flavour;
import io.stele.harness.stele.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The ways in which a text is sent: each API with an idempotency key and without. */
enum Shape {
    ZAVU(Flavour.ZAVU, false, Key.ZAVU),
    ZAVU_WITH_KEY(Flavour.ZAVU, true, Key.ZAVU),
    KAPSO(Flavour.KAPSO, false, Key.KAPSO),
    KAPSO_WITH_KEY(Flavour.KAPSO, true, Key.KAPSO),
    CHIRP(Flavour.CHIRP, false, Key.CHIRP_APP),
    CHIRP_WITH_KEY(Flavour.CHIRP, true, Key.CHIRP_APP);

    private static final String KEY_HEADER = "Idempotency-Key";
    private static final int CONFLICT = 409;

    private final Flavour flavour;
    private final boolean keyed;
    private final Key key;

    Shape(Flavour flavour, boolean keyed, Key key) {
        this.flavour = flavour;
        this.keyed = keyed;
        this.key = key;
    }

    Flavour flavour() {
        return flavour;
    }

    /** Whether it may be repeated. */
    boolean isKeyed() {
        return keyed;
    }

    String path() {
        return flavour.sendPath();
    }

    /** @param idempotencyKey is used where this has one */
    Map<String, String> headers(String idempotencyKey) {
        Map<String, String> headers = new HashMap<>(key.headers());
        if (keyed && flavour != Flavour.ZAVU) {
            headers.put(KEY_HEADER, idempotencyKey);
        }
        return headers;
    }

    /** @param idempotencyKey is used where this has one */
    String body(String digits, String text, String idempotencyKey) {
        return switch (flavour) {
            case ZAVU -> """
                {"to":"+%s","channel":"whatsapp","fallbackEnabled":false,"text":"%s"%s}"""
                    .formatted(digits, text, keyed ? ",\"idempotencyKey\":\"" + idempotencyKey + "\"" : "");
            case KAPSO -> """
                {"messaging_product":"whatsapp","to":"%s","type":"text","text":{"body":"%s"}}""".formatted(digits, text);
            case CHIRP -> """
                {"from":"+%s","to":"+%s","type":"text","text":{"body":"%s"}}"""
                    .formatted(BusinessNumber.DIGITS, digits, text);
        };
    }

    /** The id of the message that there is now, as the answer tells it; empty when it tells of none. */
    String id(Answer answer) {
        return answer.members()
                .map(body -> answer.isGood() ? accepted(body) : answer.status() == CONFLICT ? conflicting(body) : "")
                .orElse("");
    }

    private String accepted(Members answer) {
        return switch (flavour) {
            case ZAVU -> Objects.requireNonNull(answer.optionalMembers("message")).text("id");
            case KAPSO -> answer.listOfMembers("messages").getFirst().text("id");
            case CHIRP -> answer.text("id");
        };
    }

    /** Zavu refuses a key that was used, and tells by which message. */
    private static String conflicting(Members answer) {
        Members details = answer.optionalMembers("details");
        return details == null ? "" : details.text("messageId", "");
    }

    /** Whether a refusal is in this API's own form. */
    boolean isEnvelope(Answer answer) {
        return answer.members()
                .map(body -> switch (flavour) {
                    case ZAVU -> body.get("code") instanceof String && body.get("message") instanceof String;
                    case KAPSO, CHIRP ->
                        body.get("error") instanceof Map<?, ?> error && error.get("message") instanceof String;
                })
                .orElse(false);
    }
}
