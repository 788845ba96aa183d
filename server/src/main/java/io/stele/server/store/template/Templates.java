package io.stele.server.store.template;

import io.stele.core.event.TemplateChanged;
import io.stele.core.inbound.TemplateNews;
import io.stele.core.project.Scope;
import io.stele.core.template.TemplateReport;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.sql.Session;
import io.stele.server.store.sql.Values;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes over what providers say of templates, within one transaction. */
public final class Templates {

    /** The order of the table's key, in which rows are inserted and locked; of one template, the oldest first. */
    private static final Comparator<TemplateNews> ORDER = Comparator.comparing(
                    (TemplateNews news) -> news.endpoint().scope().project().value().toString())
            .thenComparing(news -> news.endpoint().scope().mode())
            .thenComparing(news -> news.report().businessAccountId())
            .thenComparing(news -> news.report().name())
            .thenComparing(news -> news.report().language())
            .thenComparing(news -> news.report().at(), Comparator.nullsLast(Comparator.naturalOrder()));

    private Templates() {}

    /**
     * Takes them over. What is older than what is known of the same changes nothing, nor does what is known already.
     *
     * @return of how many something was new
     */
    public static int note(Session session, List<TemplateNews> news, Instant now) {
        NewEvents events = new NewEvents();
        int changed = 0;
        for (TemplateNews each : news.stream().sorted(ORDER).toList()) {
            Scope scope = each.endpoint().scope();
            TemplateReport report = each.report();
            Instant said = moment(report, now);
            Optional<TemplateReport> told = insert(session, scope, report, said, now)
                    ? Optional.of(report)
                    : merge(session, scope, report, said, now);
            told.ifPresent(fresh -> events.add(scope, new TemplateChanged(fresh)));
            changed += told.isPresent() ? 1 : 0;
        }
        events.write(session, now);
        return changed;
    }

    /** A provider's clock that is ahead of ours makes nothing of what follows older. */
    private static Instant moment(TemplateReport report, Instant now) {
        return report.at() == null || report.at().isAfter(now) ? now : Values.storable(report.at());
    }

    private static boolean insert(Session session, Scope scope, TemplateReport report, Instant said, Instant now) {
        Known known = Known.NOTHING.with(report, said);
        return session.insert(
                        """
                        insert into template (project_id, mode, business_account_id, name, language, provider_id, status, reason, status_at,
                                              category, next_category, category_at, updated_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        scope.project().value(),
                        scope.mode(),
                        report.businessAccountId(),
                        report.name(),
                        report.language(),
                        report.id(),
                        known.status(),
                        known.reason(),
                        known.statusAt(),
                        known.category(),
                        known.nextCategory(),
                        known.categoryAt(),
                        now)
                == 1;
    }

    /** @return what is to be told; empty when there is nothing new */
    private static Optional<TemplateReport> merge(
            Session session, Scope scope, TemplateReport report, Instant said, Instant now) {
        Known before = lock(session, scope, report);
        Known after = before.with(report, said);
        if (!after.equals(before)) {
            write(session, scope, report, after, now);
        }
        return before.told(report, said);
    }

    private static Known lock(Session session, Scope scope, TemplateReport report) {
        return session.first(
                        Known::read,
                        """
                        select status, reason, status_at, category, next_category, category_at from template
                        where project_id = ? and mode = ? and business_account_id = ? and name = ? and language = ? for update""",
                        scope.project().value(),
                        scope.mode(),
                        report.businessAccountId(),
                        report.name(),
                        report.language())
                .orElseThrow(() -> new IllegalStateException("a template that was there is gone"));
    }

    private static void write(Session session, Scope scope, TemplateReport report, Known known, Instant now) {
        session.update(
                """
                update template
                set provider_id = ?, status = ?, reason = ?, status_at = ?, category = ?, next_category = ?, category_at = ?, updated_at = ?
                where project_id = ? and mode = ? and business_account_id = ? and name = ? and language = ?""",
                report.id(),
                known.status(),
                known.reason(),
                known.statusAt(),
                known.category(),
                known.nextCategory(),
                known.categoryAt(),
                now,
                scope.project().value(),
                scope.mode(),
                report.businessAccountId(),
                report.name(),
                report.language());
    }
}
