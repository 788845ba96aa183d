package io.stele.proof.client;

import io.stele.graphstub.json.Members;
import io.stele.harness.stele.Api;
import io.stele.harness.stele.Key;
import io.stele.proof.verdict.Evidence.Stored;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a server has, as whoever lists it with a cursor sees it. */
public record Store(Api api) {

    /** By these messages can be listed; by others, such as {@code read}, they cannot. */
    private static final List<String> STATUSES = List.of("queued", "sending", "sent", "delivered", "failed", "received");

    /** All messages. */
    public List<Stored> messages() {
        return listed("");
    }

    /** The ids of those that are found by each status, by which messages can be listed. */
    public Map<String, List<String>> found() {
        Map<String, List<String>> found = new HashMap<>();
        STATUSES.forEach(status -> found.put(
                status, listed("&status=" + status).stream().map(Stored::id).toList()));
        return found;
    }

    private List<Stored> listed(String filter) {
        List<Stored> messages = new ArrayList<>();
        String cursor = "";
        do {
            Members page = api.get("/v1/messages?limit=100" + filter + cursor, Key.ZAVU.headers());
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
