package io.stele.server.api.kapso;

import io.stele.core.channel.NumberLookup;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Meta, as far as it knows numbers: by the token, it knows the number, refuses, or is away. */
final class FakeLookup implements NumberLookup {

    static final String GOOD = "good-token-";
    static final String BAD = "bad-token-";
    static final String AWAY = "away-token-";

    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();

    /** With what it was asked, in that order. */
    List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    /** The number with this id: the id's last four digits are the number's. */
    static String number(String phoneNumberId) {
        return "+1 555-010-" + phoneNumberId.substring(phoneNumberId.length() - 4);
    }

    @Override
    public Answer find(String phoneNumberId, Map<String, String> settings) {
        asked.add(settings);
        String token = settings.getOrDefault("access_token", "");
        if (token.startsWith(GOOD)) {
            return new Answer.Found(number(phoneNumberId), "Acme Verified", "YELLOW");
        }
        return token.startsWith(AWAY)
                ? new Answer.Unavailable()
                : new Answer.Refused("190", "Invalid OAuth access token", "The token " + token + " has expired");
    }
}
