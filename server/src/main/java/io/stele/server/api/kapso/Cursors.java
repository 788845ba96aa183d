package io.stele.server.api.kapso;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.WireException;
import io.stele.contracts.kapso.Paging;
import io.stele.core.conversation.ConversationKey;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.server.http.JsonBodies;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Cursors: the place of a row in its list, in base 64 (contract §1.7). Clients hand them back unread. */
@Singleton
final class Cursors {

    private final JsonMapper json;

    Cursors(JsonMapper json) {
        this.json = json;
    }

    /**
     * How the rows of one kind of list are named by cursors.
     *
     * @param columns by what the list is ordered
     */
    private record Kind<K>(List<String> columns, Function<K, List<String>> write, Function<List<String>, Optional<K>> read) {}

    private static final Kind<MessageId> MESSAGES = new Kind<>(
            List.of("id"),
            id -> List.of(id.value().toString()),
            values -> Ksuid.parse(values.getFirst()).map(MessageId::new));

    /** Of contacts, and of what webhooks were told. */
    private static final Kind<UUID> UUIDS = new Kind<>(
            List.of("id"), id -> List.of(id.toString()), values -> Query.uuidOf(values.getFirst()));

    private static final Kind<ConversationKey> CONVERSATIONS = new Kind<>(
            List.of("last_active_at", "id"),
            key -> List.of(key.lastActiveAt().toString(), key.id().toString()),
            values -> Moments.read(values.getFirst())
                    .flatMap(moment -> Query.uuidOf(values.getLast()).map(id -> new ConversationKey(moment, id))));

    /** @throws WireException when a cursor is not one of a list of messages, or both are given */
    PageRequest<MessageId> messages(Query query) {
        return request(query, MESSAGES);
    }

    /** @throws WireException when a cursor is not one of a list of contacts, or both are given */
    PageRequest<UUID> contacts(Query query) {
        return request(query, UUIDS);
    }

    /** @throws WireException when a cursor is not one of a list of deliveries, or both are given */
    PageRequest<UUID> deliveries(Query query) {
        return request(query, UUIDS);
    }

    /** @throws WireException when a cursor is not one of a list of conversations, or both are given */
    PageRequest<ConversationKey> conversations(Query query) {
        return request(query, CONVERSATIONS);
    }

    <T> Paging ofMessages(Page<T> page, Function<T, MessageId> key) {
        return paging(page, key, MESSAGES);
    }

    <T> Paging ofContacts(Page<T> page, Function<T, UUID> key) {
        return paging(page, key, UUIDS);
    }

    <T> Paging ofDeliveries(Page<T> page, Function<T, UUID> key) {
        return paging(page, key, UUIDS);
    }

    <T> Paging ofConversations(Page<T> page, Function<T, ConversationKey> key) {
        return paging(page, key, CONVERSATIONS);
    }

    private <K> PageRequest<K> request(Query query, Kind<K> kind) {
        Optional<String> after = query.text("after");
        Optional<String> before = query.text("before");
        if (after.isPresent() && before.isPresent()) {
            throw new WireException("before", "must not be given together with after");
        }
        int limit = query.size("limit");
        return after.map(cursor -> PageRequest.olderThan(decode("after", cursor, kind), limit))
                .or(() -> before.map(cursor -> PageRequest.newerThan(decode("before", cursor, kind), limit)))
                .orElseGet(() -> PageRequest.first(limit));
    }

    private <T, K> Paging paging(Page<T> page, Function<T, K> key, Kind<K> kind) {
        String after = page.older() ? encode(key.apply(page.items().getLast()), kind) : null;
        String before = page.newer() && !page.items().isEmpty() ? encode(key.apply(page.items().getFirst()), kind) : null;
        return new Paging(new Paging.Cursors(before, after), after, before);
    }

    private <K> String encode(K key, Kind<K> kind) {
        JsonNode tree = JsonNode.createObjectNode(
                Map.of("values", strings(kind.write().apply(key)), "columns", strings(kind.columns())));
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(tree));
        } catch (IOException e) {
            throw new IllegalStateException("a tree of texts can be written", e);
        }
    }

    private <K> K decode(String name, String cursor, Kind<K> kind) {
        return values(cursor)
                .filter(values -> values.size() == kind.columns().size())
                .flatMap(kind.read())
                .orElseThrow(() -> new WireException(name, "is not a cursor of this list"));
    }

    private Optional<List<String>> values(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder()
                    .decode(cursor.replace('+', '-').replace('/', '_').replace("=", ""));
            JsonNode tree = JsonBodies.read(new String(bytes, StandardCharsets.UTF_8));
            JsonNode values = tree.isObject() ? tree.get("values") : null;
            if (values == null || !values.isArray() || values.size() == 0) {
                return Optional.empty();
            }
            List<String> texts = new ArrayList<>();
            values.values().forEach(value -> texts.add(value.coerceStringValue()));
            return Optional.of(texts);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static JsonNode strings(List<String> texts) {
        return JsonNode.createArrayNode(texts.stream().map(JsonNode::createStringNode).toList());
    }
}
