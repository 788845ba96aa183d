package io.stele.server.api.zavu;

import org.jspecify.annotations.Nullable;

/**
 * A request that is refused.
 *
 * @param body with {@code '} for {@code "}; {@code $customer} has an open window, {@code $stranger} has none; null for none
 * @param at the member that is wrong, in the details; null when the refusal names none
 */
record Refused(String method, String path, @Nullable String body, int status, String code, @Nullable String at) {

    static final String INVALID = "invalid_request";

    /** A send that is refused because of one member. */
    static Refused send(String body, String at) {
        return new Refused("POST", "/v1/messages", body, 400, INVALID, at);
    }

    /** A send on WhatsApp to a customer with an open window, refused because of one member. */
    static Refused whatsapp(String messageType, String rest, String at) {
        return send("{'to':'$customer','channel':'whatsapp','messageType':'" + messageType + "'" + rest + "}", at);
    }

    static Refused get(String path, int status, String code, @Nullable String at) {
        return new Refused("GET", path, null, status, code, at);
    }

    static Refused post(String path, @Nullable String body, int status, String code, @Nullable String at) {
        return new Refused("POST", path, body, status, code, at);
    }

    @Override
    public String toString() {
        return status + " " + code + (at == null ? "" : " " + at) + ": " + method + " " + shortened(path)
                + (body == null ? "" : " " + shortened(body));
    }

    private static String shortened(String text) {
        return text.length() > 90 ? text.substring(0, 90) + "…" : text;
    }
}
