package io.stele.server.store.template;

import io.stele.core.event.TemplateChanged;
import io.stele.core.inbound.TemplateNews;
import io.stele.core.project.Scope;
import io.stele.core.template.TemplateReport;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.sql.Session;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes over what providers say of templates, within one transaction. */
public final class Templates {

    /** The order of the table's key, in which rows are inserted and locked. */
    private static final Comparator<TemplateNews> ORDER = Comparator.comparing(
                    (TemplateNews news) -> news.endpoint().scope().project().value().toString())
            .thenComparing(news -> news.endpoint().scope().mode())
            .thenComparing(news -> news.report().businessAccountId())
            .thenComparing(news -> news.report().name())
            .thenComparing(news -> news.report().language());

    private Templates() {}

    /** Takes them over. @return of how many something was new */
    public static int note(Session session, List<TemplateNews> news, Instant now) {
        NewEvents events = new NewEvents();
        int changed = 0;
        for (TemplateNews each : news.stream().sorted(ORDER).toList()) {
            if (isNews(session, each, now)) {
                events.add(each.endpoint().scope(), new TemplateChanged(each.endpoint().id(), each.report()));
                changed++;
            }
        }
        events.write(session, now);
        return changed;
    }

    /** A report that says only one thing leaves the rest as it is known. */
    private static boolean isNews(Session session, TemplateNews news, Instant now) {
        Scope scope = news.endpoint().scope();
        TemplateReport report = news.report();
        int inserted = session.insert(
                """
                insert into template (project_id, mode, business_account_id, name, language, provider_id, category, status, reason,
                                      updated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                scope.project().value(),
                scope.mode(),
                report.businessAccountId(),
                report.name(),
                report.language(),
                report.id(),
                report.category(),
                report.status(),
                report.reason(),
                now);
        return inserted == 1 || update(session, scope, report, report.category(), report.status(), now) == 1;
    }

    private static int update(
            Session session,
            Scope scope,
            TemplateReport report,
            @Nullable String category,
            @Nullable String status,
            Instant now) {
        return session.update(
                """
                update template
                set category = coalesce(cast(? as varchar), category), status = coalesce(cast(? as varchar), status),
                    reason = ?, provider_id = ?, updated_at = ?
                where project_id = ? and mode = ? and business_account_id = ? and name = ? and language = ?
                  and (category is distinct from coalesce(cast(? as varchar), category)
                       or status is distinct from coalesce(cast(? as varchar), status)
                       or reason is distinct from cast(? as varchar))""",
                category,
                status,
                report.reason(),
                report.id(),
                now,
                scope.project().value(),
                scope.mode(),
                report.businessAccountId(),
                report.name(),
                report.language(),
                category,
                status,
                report.reason());
    }
}
