package io.stele.graphstub.graph;

import io.stele.graphstub.check.Refusal;
import io.stele.graphstub.http.Answer;
import io.stele.graphstub.json.Json;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a number and an account say of themselves, and which account's events are wanted. */
final class AccountEndpoint {

    private static final int USUAL_PAGE = 25;

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
        Map<String, Object> shown = shown(number, request);
        return Passed.asking("number", () -> Answer.json(200, shown));
    }

    /** {@code GET /{account}/phone_numbers}: a page of them, with the way to the next. */
    Passed numbers(GraphRequest request, String token) {
        String account = request.words().getFirst();
        if (!numbers.opensAccount(account, token)) {
            throw Refusal.object(request.verb(), account);
        }
        int limit = limit(request.head().parameters().get("limit"));
        String after = request.head().parameters().get("after");
        List<BusinessNumber> all = numbers.all().stream()
                .filter(number -> number.account().equals(account))
                .sorted(Comparator.comparing(BusinessNumber::id))
                .toList();
        List<BusinessNumber> rest = all.stream()
                .filter(number -> after == null || number.id().compareTo(Cursors.read(after)) > 0)
                .toList();
        List<BusinessNumber> page = rest.stream().limit(limit).toList();
        List<Map<String, Object>> data =
                page.stream().map(number -> shown(number, request)).toList();
        Map<String, Object> paging = page.isEmpty()
                ? null
                : Json.members(
                        "cursors",
                                Json.members(
                                        "before", Cursors.write(page.getFirst().id()),
                                        "after", Cursors.write(page.getLast().id())),
                        "next",
                                page.size() == rest.size()
                                        ? null
                                        : "https://graph.example/" + account + "/phone_numbers?access_token=" + token
                                                + "&after=" + Cursors.write(page.getLast().id()));
        return Passed.asking("numbers", () -> Answer.json(200, Json.members("data", data, "paging", paging)));
    }

    private static int limit(@Nullable String asked) {
        try {
            return asked == null ? USUAL_PAGE : Math.clamp(Integer.parseInt(asked), 1, USUAL_PAGE * 4);
        } catch (NumberFormatException e) {
            throw Refusal.parameter("Param limit must be an integer.");
        }
    }

    private static Map<String, Object> shown(BusinessNumber number, GraphRequest request) {
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
        return shown;
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
