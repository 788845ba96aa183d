package io.stele.server.store.people;

import io.stele.core.contact.MarketingPreference;
import io.stele.core.event.MarketingPreferenceChanged;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.sql.Row;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people want of marketing, as a transaction hears of it. The correspondences are locked. */
public final class Preferences {

    private final Map<Acquaintance.Id, MarketingPreference> known = new HashMap<>();
    private final Map<Acquaintance.Id, MarketingPreference> changed = new TreeMap<>();
    private final NewEvents events;

    /** @param events where a change is noted; to be written by the caller */
    public Preferences(NewEvents events) {
        this.events = events;
    }

    /** The row's preference; null when there is none. */
    static @Nullable MarketingPreference read(Row row) {
        return row.textOrNull("marketing_wish") == null
                ? null
                : new MarketingPreference(
                        row.constant("marketing_wish", MarketingPreference.Wish.class),
                        row.moment("marketing_at"),
                        row.constant("marketing_source", MarketingPreference.Source.class),
                        row.textOrNull("marketing_detail"));
    }

    /**
     * Takes over a preference, unless the person is known to have said something since. It is told when it changes what is known; whoever
     * says the same again has said it later, and whoever begins with a wish for what they get has stopped nothing.
     */
    public void hear(Acquaintance person, MarketingPreference heard) {
        MarketingPreference before = known.getOrDefault(person.id(), person.correspondence().marketing());
        MarketingPreference preference = storable(heard);
        if (before != null && !supersedes(preference, before)) {
            return;
        }
        known.put(person.id(), preference);
        changed.put(person.id(), preference);
        if (before == null ? preference.isStop() : before.wish() != preference.wish()) {
            events.add(
                    person.scope(),
                    new MarketingPreferenceChanged(
                            person.correspondence().endpoint(), person.correspondence().contactId(), preference, before));
        }
    }

    /** A provider's refusal shows again what the person wants, but not that they have said it again. */
    private static boolean supersedes(MarketingPreference preference, MarketingPreference before) {
        return before.wish() == preference.wish()
                ? preference.at().isAfter(before.at())
                        && preference.source() != MarketingPreference.Source.PROVIDER_REFUSAL
                : !preference.at().isBefore(before.at());
    }

    private static MarketingPreference storable(MarketingPreference preference) {
        String detail = preference.detail();
        return new MarketingPreference(
                preference.wish(),
                Values.storable(preference.at()),
                preference.source(),
                detail == null ? null : Values.storable(detail));
    }

    /** Writes what has changed. */
    public void write(Session session) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        changed.forEach((id, preference) -> rows.add(Arrays.asList(
                preference.wish(), preference.at(), preference.source(), preference.detail(), id.project().value(),
                id.id())));
        session.batch(
                """
                update correspondence set marketing_wish = ?, marketing_at = ?, marketing_source = ?, marketing_detail = ?
                where project_id = ? and id = ?""",
                rows);
    }
}
