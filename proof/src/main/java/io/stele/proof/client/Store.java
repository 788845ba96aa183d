package io.stele.proof.client;

import io.stele.graphstub.json.Members;
import io.stele.harness.stele.Api;
import io.stele.harness.stele.Key;
import io.stele.proof.verdict.Evidence.Stored;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a server has, as whoever lists it with a cursor sees it. */
public record Store(Api api) {

    /** All messages. */
    public List<Stored> messages() {
        List<Stored> messages = new ArrayList<>();
        String cursor = "";
        do {
            Members page = api.get("/v1/messages?limit=100" + cursor, Key.ZAVU.headers());
            page.listOfMembers("items").stream().map(Store::stored).forEach(messages::add);
            String next = page.optionalText("nextCursor");
            cursor = next == null ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return messages;
    }

    private static Stored stored(Members message) {
        return new Stored(
                message.text("id"),
                message.text("text", ""),
                message.text("status"),
                message.text("direction").equals("inbound"),
                Instant.parse(message.text("createdAt")));
    }
}
