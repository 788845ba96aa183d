package io.stele.server.store.message;

import io.stele.core.address.Address;
import io.stele.core.channel.Channel;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.ContentKind;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.project.Scope;
import io.stele.server.store.json.ContentForm;
import io.stele.server.store.sql.AddressKind;
import io.stele.server.store.sql.Condition;
import io.stele.server.store.sql.Dialect;
import io.stele.server.store.sql.Listing;
import io.stele.server.store.sql.Strand;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which messages are listed, and by which index they are found. */
final class MessageListing {

    /** How far the time of a message that was queued here can be from that of its id: a clock that is put back does not put ids back. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private static final String CONTINUED = "is_continued";

    private final Dialect dialect;
    private final Scope scope;
    private final MessageFilter filter;
    private final @Nullable List<EndpointId> appEndpoints;
    private final @Nullable List<UUID> threads;

    private MessageListing(
            Dialect dialect,
            Scope scope,
            MessageFilter filter,
            @Nullable List<EndpointId> appEndpoints,
            @Nullable List<UUID> threads) {
        this.dialect = dialect;
        this.scope = scope;
        this.filter = filter;
        this.appEndpoints = appEndpoints;
        this.threads = threads;
    }

    /**
     * @param appEndpoints the endpoints of the filter's app; null when it asks for none
     * @param threads those in which all messages that the filter finds are; null when they are not known
     */
    static Listing<MessageId> of(
            Dialect dialect,
            Scope scope,
            MessageFilter filter,
            @Nullable List<EndpointId> appEndpoints,
            @Nullable List<UUID> threads) {
        MessageListing listing = new MessageListing(dialect, scope, filter, appEndpoints, threads);
        List<Strand> strands = listing.strands();
        return new Listing<>(
                "message", "m", List.of("id"), id -> List.of(id.value()), strands, listing.rest(strands));
    }

    /** By the narrowest thing that is asked for. */
    private List<Strand> strands() {
        UUID project = scope.project().value();
        Address to = filter.to();
        EndpointId endpoint = filter.endpoint();
        if (filter.conversationId() != null) {
            return List.of(new Strand("message_of_conversation", List.of("project_id", "conversation_id"), List.of(project, filter.conversationId())));
        }
        if (filter.threadId() != null) {
            return strands("message_of_thread", List.of("project_id", "thread_id"), List.of(project, filter.threadId()));
        }
        if (threads != null) {
            return threads.stream()
                    .flatMap(each ->
                            strands("message_of_thread", List.of("project_id", "thread_id"), List.of(project, each)).stream())
                    .toList();
        }
        if (to != null) {
            return strands(
                    "message_to", List.of("project_id", "mode", "to_address"), List.of(project, scope.mode(), to.value()));
        }
        if (endpoint != null) {
            return List.of(new Strand("message_of_endpoint", List.of("project_id", "endpoint_id"), List.of(project, endpoint.value())));
        }
        if (appEndpoints != null) {
            return appEndpoints.stream()
                    .map(each -> new Strand("message_of_endpoint", List.of("project_id", "endpoint_id"), List.of(project, each.value())))
                    .toList();
        }
        if (!filter.statuses().isEmpty()) {
            return filter.statuses().stream()
                    .sorted()
                    .flatMap(status -> ofStatus(List.of(project, scope.mode(), status)))
                    .toList();
        }
        if (filter.channel() != null) {
            return strands(
                    "message_of_channel", List.of("project_id", "mode", "channel"), List.of(project, scope.mode(), filter.channel()));
        }
        return strands("message_newest", List.of("project_id", "mode"), List.of(project, scope.mode()));
    }

    /** PostgreSQL has the statuses in a table beside the messages, as the package says, channel by channel. */
    private Stream<Strand> ofStatus(List<?> values) {
        List<String> columns = List.of("project_id", "mode", "status");
        return switch (dialect) {
            case H2 -> strands("message_of_status", columns, values).stream();
            case POSTGRESQL -> channels()
                    .flatMap(channel -> strands("message_status_newest", and(columns, "channel"), and(values, channel)).stream())
                    .map(strand -> new Strand("message_status", strand.index(), strand.columns(), strand.values()));
        };
    }

    private Stream<Channel> channels() {
        return filter.channel() == null ? Stream.of(Channel.values()) : Stream.of(filter.channel());
    }

    /** The messages that none continues and, unless they are left out, those that are continued: an index has them apart. */
    private List<Strand> strands(String index, List<String> columns, List<?> values) {
        return (filter.latest() ? Stream.of(false) : Stream.of(false, true))
                .map(continued -> new Strand(
                        index,
                        and(columns, CONTINUED),
                        and(values, continued)))
                .toList();
    }

    private static <T> List<T> and(List<? extends T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    /** What the strands' own columns do not say already: saying it twice would mislead the planner. */
    private @Nullable Condition rest(List<Strand> strands) {
        Set<String> said = strands.isEmpty() ? Set.of() : Set.copyOf(strands.getFirst().columns());
        Address to = filter.to();
        Address contact = filter.contact();
        EndpointId endpoint = filter.endpoint();
        Condition rest = Condition.where("1 = 1")
                .andIfGiven("m.mode = ?", unlessSaid(said, "mode", scope.mode()))
                .andIfGiven("m.thread_id = ?", unlessSaid(said, "thread_id", filter.threadId()))
                .andIfGiven("m.to_address = ?", unlessSaid(said, "to_address", to == null ? null : to.value()))
                .andIfGiven("m.to_kind = ?", to == null ? null : AddressKind.of(to))
                .andIfGiven(
                        "m.endpoint_id = ?",
                        unlessSaid(said, "endpoint_id", endpoint == null ? null : endpoint.value()))
                .andIfGiven("m.channel = ?", unlessSaid(said, "channel", filter.channel()))
                .andIfGiven("m.direction = ?", filter.direction())
                .andIfGiven("m.has_media = ?", filter.hasMedia())
                .andIfGiven("%s = ?".formatted(person("address")), contact == null ? null : contact.value())
                .andIfGiven("%s = ?".formatted(person("kind")), contact == null ? null : AddressKind.of(contact))
                .andContains(person("address"), filter.contactContains());
        rest = stored(rest, strands.isEmpty() || strands.getFirst().table() == null ? "m.id" : Strand.OTHER + ".id");
        if (appEndpoints != null && (endpoint != null || !said.contains("endpoint_id"))) {
            rest = rest.and(
                    "m.endpoint_id = any(?)", appEndpoints.stream().map(EndpointId::value).toList());
        }
        if (!filter.statuses().isEmpty() && !said.contains("status")) {
            rest = rest.and("m.status = any(?)", filter.statuses().stream().map(Status::name).toList());
        }
        if (filter.latest() && !said.contains(CONTINUED)) {
            rest = rest.and("m.is_continued = ?", false);
        }
        return kinds(rest);
    }

    private Condition kinds(Condition rest) {
        String unsupported = filter.unsupportedKind();
        List<String> kinds = filter.kinds().stream().map(Enum::name).toList();
        if (unsupported == null) {
            return kinds.isEmpty() ? rest : rest.and("m.content_kind = any(?)", kinds);
        }
        return rest.and(
                "(m.content_kind = any(?) or m.content_kind = ? and m.content like ? escape '!')",
                kinds,
                ContentKind.UNSUPPORTED,
                Condition.exactly(ContentForm.beginning(unsupported)) + "%");
    }

    /** The column of the person's end. */
    private static String person(String part) {
        return "case when m.direction = 'OUTBOUND' then m.to_%s else m.from_%s end".formatted(part, part);
    }

    private static @Nullable Object unlessSaid(Set<String> said, String column, @Nullable Object value) {
        return said.contains(column) ? null : value;
    }

    /**
     * Since when and until when messages were stored. What was queued here says so itself; what came from a provider has the provider's time, which can be
     * days earlier: there the id tells.
     *
     * @param id of the index by which the list is walked: it bounds the walk
     */
    private Condition stored(Condition rest, String id) {
        Instant since = filter.since();
        Instant until = filter.until();
        Condition stored = rest;
        if (since != null) {
            stored = stored.and(id + " >= ?", KsuidGenerator.earliest(since.minus(TOLERANCE)))
                    .and(
                            "(m.queued_at is not null and m.created_at >= ? or m.queued_at is null and m.id >= ?)",
                            since,
                            KsuidGenerator.earliest(since));
        }
        if (until != null) {
            stored = stored.and(id + " <= ?", KsuidGenerator.latest(until.plus(TOLERANCE)))
                    .and(
                            "(m.queued_at is not null and m.created_at <= ? or m.queued_at is null and m.id <= ?)",
                            until,
                            KsuidGenerator.latest(until));
        }
        return stored;
    }
}
