package io.stele.server.store.message;

import io.stele.core.channel.EndpointId;
import io.stele.core.message.ContentKind;
import io.stele.core.message.MessageFilter;
import io.stele.core.project.Scope;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Query;
import io.stele.server.store.sql.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells how many messages there are by their tallies: of ten million as fast as of ten. */
final class MessageCounts {

    private MessageCounts() {}

    /** Whether the filter asks only for what makes a sort. */
    static boolean answer(MessageFilter filter) {
        return filter.threadId() == null
                && filter.conversationId() == null
                && filter.statuses().isEmpty()
                && filter.unsupportedKind() == null
                && filter.to() == null
                && filter.contact() == null
                && filter.contactContains() == null
                && filter.hasMedia() == null
                && filter.since() == null
                && filter.until() == null
                && !filter.latest();
    }

    /**
     * How many messages a filter finds that is answered here.
     *
     * @param appEndpoints the endpoints of the filter's app; null when it asks for none
     */
    static long count(Session session, Scope scope, MessageFilter filter, @Nullable List<EndpointId> appEndpoints) {
        return appEndpoints != null && appEndpoints.isEmpty()
                ? 0
                : session.number(query(scope, filter, appEndpoints));
    }

    /**
     * Asks how many messages a filter finds that is answered here, as {@code n}.
     *
     * @param appEndpoints at least one endpoint, those of the filter's app; null when it asks for none
     */
    static Query query(Scope scope, MessageFilter filter, @Nullable List<EndpointId> appEndpoints) {
        EndpointId endpoint = filter.endpoint();
        List<String> kinds = filter.kinds().stream().map(ContentKind::name).toList();
        Condition sorts = Condition.where("project_id = ? and mode = ?", scope.project().value(), scope.mode())
                .andIfGiven("channel = ?", filter.channel())
                .andIfGiven("endpoint_id = ?", endpoint == null ? null : endpoint.value())
                .andIfGiven(
                        "endpoint_id = any(?)",
                        appEndpoints == null ? null : appEndpoints.stream().map(EndpointId::value).toList())
                .andIfGiven("direction = ?", filter.direction())
                .andIfGiven("content_kind = any(?)", kinds.isEmpty() ? null : kinds);
        return new Query(
                "select coalesce(cast(sum(messages) as bigint), 0) as n from message_tally where " + sorts.sql(), sorts.values());
    }
}
