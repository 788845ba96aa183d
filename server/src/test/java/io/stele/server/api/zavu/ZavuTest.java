package io.stele.server.api.zavu;

import io.stele.server.Answer;
import io.stele.server.SteleServerTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Base of the tests that speak the Zavu API to a whole server. */
abstract class ZavuTest extends SteleServerTest {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A WhatsApp text to the customer; its id. */
    final String sentTo(String customer, String text) {
        return send("{'to':'" + customer + "','channel':'whatsapp','text':'" + text + "'}").string("message", "id");
    }

    /** The ids of the page's items, in their order. */
    static List<String> ids(Answer page) {
        List<String> ids = new ArrayList<>();
        page.at("items").values().forEach(item -> ids.add(item.get("id").getStringValue()));
        return ids;
    }

    /** A send, written with {@code '} for {@code "}. */
    final Answer send(String json) {
        return post("/v1/messages", json);
    }

    /** A POST, written with {@code '} for {@code "}. */
    final Answer post(String path, String json) {
        return http().post(path, tenant().zavu(), json.replace('\'', '"'));
    }

    final Answer get(String path) {
        return http().get(path, tenant().zavu());
    }
}
