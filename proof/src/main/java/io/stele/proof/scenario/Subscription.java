package io.stele.proof.scenario;

import io.stele.harness.stele.Api;
import io.stele.harness.stele.BusinessNumber;
import io.stele.harness.stele.Key;
import io.stele.proof.receiver.Manner;
import io.stele.proof.verdict.Evidence.Subscriber;
import java.util.Map;

/**
 * A webhook.
 *
 * @param manner how its receiver treats what it is told
 */
public record Subscription(Subscriber subscriber, Manner manner) {

    private static final Map<String, String> KAPSO = Map.of(
            "message_received", "whatsapp.message.received",
            "message_sent", "whatsapp.message.sent",
            "message_delivered", "whatsapp.message.delivered");
    private static final Map<String, String> CHIRP = Map.of(
            "message_received", "messages.whatsapp.received",
            "message_sent", "messages.whatsapp.sent",
            "message_delivered", "messages.whatsapp.delivered");

    static Subscription kapso(Manner manner) {
        return new Subscription(new Subscriber("kapso-" + manner, "kapso", KAPSO, manner.times()), manner);
    }

    static Subscription chirp(Manner manner) {
        return new Subscription(new Subscriber("chirp-" + manner, "chirp", CHIRP, manner.times()), manner);
    }

    /** What the name of its subscriber says. */
    String path() {
        return manner.path(subscriber.name());
    }

    /** Makes the webhook. */
    void make(Api api, String url) {
        String types = "[\"" + String.join("\",\"", subscriber.types().values().stream().sorted().toList()) + "\"]";
        if (subscriber.api().equals("kapso")) {
            api.post("/platform/v1/whatsapp/webhooks", Key.KAPSO.headers(), """
                    {"whatsapp_webhook":{"url":"%s","secret_key":"secret-of-the-proof","phone_number_id":"%s","events":%s}}"""
                    .formatted(url, BusinessNumber.ID, types));
        } else {
            api.post("/v1/webhooks", Key.CHIRP_APP.headers(), """
                    {"url":"%s","events":%s}""".formatted(url, types));
        }
    }
}
