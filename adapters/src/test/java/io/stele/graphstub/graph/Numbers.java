package io.stele.graphstub.graph;

import io.stele.graphstub.check.Refusal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The business phone numbers, by id. */
public final class Numbers {

    private final Map<String, BusinessNumber> byId = new ConcurrentHashMap<>();

    public void put(BusinessNumber number) {
        byId.put(number.id(), number);
    }

    public @Nullable BusinessNumber get(String id) {
        return byId.get(id);
    }

    public Collection<BusinessNumber> all() {
        return byId.values();
    }

    /** Whether the token opens anything. */
    boolean isToken(String token) {
        return byId.values().stream().anyMatch(number -> number.token().equals(token));
    }

    /** @throws Refusal when there is no such number, or the token does not open it */
    BusinessNumber forToken(String verb, String id, String token) {
        BusinessNumber number = byId.get(id);
        if (number == null || !number.token().equals(token)) {
            throw Refusal.object(verb, id);
        }
        return number;
    }

    /** Whether the token opens a number of this account. */
    boolean opensAccount(String account, String token) {
        return byId.values().stream()
                .anyMatch(number -> Objects.equals(number.account(), account) && number.token().equals(token));
    }
}
