package io.stele.server.store.account;

import io.stele.core.account.AccountReport;
import io.stele.core.event.AccountChanged;
import io.stele.core.inbound.AccountNews;
import io.stele.core.project.Scope;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.json.JsonText;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes over what providers say of accounts, within one transaction. What was said is remembered for longer than providers tell again, so
 * that each report is told once.
 */
public final class AccountReports {

    /** Providers tell again for a week. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private record Key(Scope scope, String account, UUID report) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(
                        (Key key) -> key.scope().project().value().toString())
                .thenComparing(key -> key.scope().mode())
                .thenComparing(Key::account)
                .thenComparing(key -> key.report().toString());

        static Key of(AccountNews news) {
            AccountReport report = news.report();
            String said = report.word() + '/' + report.at() + '/' + JsonText.write(report.details());
            return new Key(
                    news.endpoint().scope(),
                    Values.storable(report.businessAccountId()),
                    UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private AccountReports() {}

    /** Takes them over. @return of how many something was new */
    public static int note(Session session, List<AccountNews> news, Instant now) {
        Map<Key, AccountReport> sorted = new TreeMap<>();
        news.forEach(each -> sorted.putIfAbsent(Key.of(each), each.report()));
        List<Key> keys = List.copyOf(sorted.keySet());
        int[] inserted = session.insertAll(
                """
                insert into account_report (project_id, mode, business_account_id, id, received_at) values (?, ?, ?, ?, ?)""",
                keys.stream().map(key -> row(key, now)).toList());
        List<Key> fresh = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (inserted[i] == 1) {
                fresh.add(keys.get(i));
            }
        }
        tell(session, sorted, fresh, now);
        forgetOld(session, fresh, now);
        return fresh.size();
    }

    private static List<@Nullable Object> row(Key key, Instant now) {
        return Arrays.asList(key.scope().project().value(), key.scope().mode(), key.account(), key.report(), now);
    }

    private static void tell(Session session, Map<Key, AccountReport> reports, List<Key> fresh, Instant now) {
        NewEvents events = new NewEvents();
        fresh.stream()
                .sorted(Comparator.comparing((Key key) -> at(reports, key)))
                .forEach(key -> {
                    AccountReport report = reports.get(key);
                    if (report != null) {
                        events.add(key.scope(), new AccountChanged(report));
                    }
                });
        events.write(session, now);
    }

    private static Instant at(Map<Key, AccountReport> reports, Key key) {
        AccountReport report = reports.get(key);
        return report == null ? Instant.MAX : report.at();
    }

    private static void forgetOld(Session session, List<Key> fresh, Instant now) {
        session.batch(
                "delete from account_report where project_id = ? and mode = ? and business_account_id = ? and received_at < ?",
                fresh.stream()
                        .map(key -> List.of(
                                key.scope().project().value(), key.scope().mode(), key.account(), now.minus(REMEMBERED)))
                        .distinct()
                        .toList());
    }
}
