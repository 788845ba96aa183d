package io.stele.graphstub.graph;

import io.stele.graphstub.check.Refusal;
import io.stele.graphstub.http.Answer;
import io.stele.graphstub.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a number and an account say of themselves, and which account's events are wanted. */
final class AccountEndpoint {

    private static final List<String> USUAL_FIELDS = List.of(
            "verified_name",
            "code_verification_status",
            "display_phone_number",
            "quality_rating",
            "platform_type",
            "throughput");

    private final Numbers numbers;
    private final Set<String> subscribed = ConcurrentHashMap.newKeySet();

    AccountEndpoint(Numbers numbers) {
        this.numbers = numbers;
    }

    /** {@code GET /{number}}. */
    Passed number(BusinessNumber number, GraphRequest request) {
        Map<String, Object> all = number.members();
        String asked = request.head().parameters().get("fields");
        Map<String, Object> shown = new LinkedHashMap<>();
        for (String name : asked == null ? USUAL_FIELDS : List.of(asked.split(","))) {
            Object value = all.get(name.strip());
            if (value != null) {
                shown.put(name.strip(), value);
            } else if (asked != null) {
                throw Refusal.parameter("Tried accessing nonexisting field (" + name + ")");
            }
        }
        shown.put("id", number.id());
        return Passed.asking("number", () -> Answer.json(200, shown));
    }

    /** {@code /{account}/subscribed_apps}. */
    Passed subscriptions(GraphRequest request, String token) {
        String account = request.words().getFirst();
        if (!numbers.opensAccount(account, token)) {
            throw Refusal.object(request.verb(), account);
        }
        return Passed.asking("subscription", () -> {
            switch (request.head().method()) {
                case "POST" -> subscribed.add(account);
                case "DELETE" -> subscribed.remove(account);
                default -> {
                    return Answer.json(200, Map.of("data", apps(account)));
                }
            }
            return Answer.json(200, Map.of("success", true));
        });
    }

    void clear() {
        subscribed.clear();
    }

    private List<Object> apps(String account) {
        return subscribed.contains(account)
                ? List.of(Map.of(
                        "whatsapp_business_api_data",
                        Json.members("id", "670843887433847", "name", "Stand-in", "link", "https://example.com/app")))
                : List.of();
    }
}
