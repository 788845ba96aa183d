package io.stele.server.store.template;

import io.stele.core.channel.Endpoint;
import io.stele.core.project.Scope;
import io.stele.core.template.TemplateBook;
import io.stele.server.store.sql.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers for a few seconds what it was asked lately, so that many sends of one template ask the database once. */
@Singleton
final class StoredTemplateBook implements TemplateBook {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST_REMEMBERED = 10_000;
    private static final String MARKETING = "MARKETING";

    private record Key(Endpoint.WhatsAppNumber number, Scope scope, String name, String language) {}

    private record Known(boolean marketing, Instant at) {}

    private final Database database;
    private final InstantSource clock;
    private final Map<Key, Known> known = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    StoredTemplateBook(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean isMarketing(Endpoint endpoint, String name, String language) {
        Endpoint.WhatsAppNumber number = endpoint.whatsapp();
        if (number == null) {
            return false;
        }
        Key key = new Key(number, endpoint.scope(), name, language);
        Instant now = clock.instant();
        Known lately = known.get(key);
        if (lately == null || !now.isBefore(lately.at().plus(REMEMBERED))) {
            lately = new Known(ask(key), now);
            known.put(key, lately);
        }
        return lately.marketing();
    }

    private boolean ask(Key key) {
        return database.read(session -> session.first(
                        row -> MARKETING.equals(row.textOrNull("category")),
                        """
                        select category from template
                        where project_id = ? and mode = ? and business_account_id = ? and name = ? and language = ?""",
                        key.scope().project().value(),
                        key.scope().mode(),
                        key.number().businessAccountId(),
                        key.name(),
                        key.language()))
                .orElse(false);
    }
}
