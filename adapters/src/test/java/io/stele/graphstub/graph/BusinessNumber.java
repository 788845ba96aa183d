package io.stele.graphstub.graph;

import io.stele.graphstub.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A business phone number.
 *
 * @param id its {@code phone_number_id}
 * @param account the WhatsApp Business Account that it belongs to
 * @param display the number as shown
 * @param token the access token that it is used with
 * @param fields what {@code GET /{id}} answers beside the id and the number, by name
 */
public record BusinessNumber(String id, String account, String display, String token, Map<String, Object> fields) {

    /** A number that is connected and in good standing. */
    public static BusinessNumber of(String id, String account, String display, String token) {
        return new BusinessNumber(
                id,
                account,
                display,
                token,
                Json.members(
                        "verified_name", "Example Shop",
                        "quality_rating", "GREEN",
                        "code_verification_status", "VERIFIED",
                        "name_status", "APPROVED",
                        "status", "CONNECTED",
                        "platform_type", "CLOUD_API",
                        "account_mode", "LIVE",
                        "is_official_business_account", false,
                        "messaging_limit_tier", "TIER_10K",
                        "throughput", Map.of("level", "STANDARD")));
    }

    /** This number with other values for some of its fields. */
    public BusinessNumber with(Map<String, @Nullable Object> other) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        other.forEach((name, value) -> {
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        });
        return new BusinessNumber(id, account, display, token, all);
    }

    public String digits() {
        return display.replaceAll("[^0-9]", "");
    }

    /** Everything that {@code GET /{id}} can answer. */
    Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("display_phone_number", display);
        members.putAll(fields);
        return members;
    }
}
