package io.stele.server.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Identity;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.page.PageRequest;
import io.stele.server.store.Plan;
import io.stele.server.store.StoreContract;
import io.stele.server.store.TestStore;
import io.stele.server.store.sql.Listing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page deep in a long list of messages costs what the first one costs, counted in the rows that the database visits. */
public abstract class MessagePlanContract extends StoreContract {

    private static final int MANY = 16_000;
    static final int LIMIT = 20;

    /** The page, one row more, and as many contacts; a strand more of the same where a list has two. */
    static final int MOST_VISITED = 10 * (LIMIT + 1);

    protected MessagePlanContract(Supplier<TestStore> opening) {
        super(opening);
    }

    /** Rows that the test before this one has left would be visited too. */
    @BeforeEach
    void clearAway() {
        store.vacuum("message");
        if (store.isPostgres()) {
            store.vacuum("message_status");
        }
    }

    private static final Set<String> DIFFERING = Set.of("id", "endpoint_id", "conversation_id", "thread_id", "to_address", "status", "channel", "is_continued");

    /** Every tenth of the many messages has something else in each column by which lists are made. */
    Message manyLike(Endpoint endpoint) {
        return manyLike(endpoint, "false");
    }

    /** @param continued which of the many, each with its number in {@code n}, are continued by another */
    private Message manyLike(Endpoint endpoint, String continued) {
        Message message = store.get(InboundStore.class)
                .receive(
                        List.of(new InboundMessage(
                                endpoint, new io.stele.core.address.PhoneNumber("+4915100000001"), Identity.UNKNOWN, "p1", "Ana", Text.of("x"), Context.NONE, null,
                                TestStore.START, List.of())),
                        List.of(new MessageId(new Ksuid(-1, 0, 0))),
                        TestStore.START)
                .getFirst();
        List<String> same = store.column("select column_name from information_schema.columns"
                        + " where table_schema = 'public' and table_name = 'message'")
                .stream()
                .filter(column -> !DIFFERING.contains(column))
                .toList();
        String other = "case when mod(n, 10) = 0 then ";
        store.run("insert into message (id, is_continued, endpoint_id, conversation_id, thread_id, to_address, status, channel, "
                + String.join(", ", same) + ") select " + store.numberedId() + ", " + continued + ", "
                + other + "id else endpoint_id end, "
                + other + "contact_id else conversation_id end, "
                + other + "contact_id else thread_id end, "
                + other + "'+1' else to_address end, "
                + other + "'FAILED' else status end, "
                + other + "'SMS' else channel end, "
                + String.join(", ", same) + " from message, " + store.numbers(MANY));
        store.run("analyze");
        return message;
    }

    @Test
    void aDeepPageCostsWhatTheFirstOneCosts() {
        Message one = manyLike(tenant.whatsApp());
        Map<String, Listing<MessageId>> lists = new LinkedHashMap<>();
        lists.put("all", listing(null, null, null, null, Set.of(), null, null));
        lists.put("channel", listing(Channel.WHATSAPP, null, null, null, Set.of(), null, null));
        lists.put("endpoint", listing(null, one.endpoint(), null, null, Set.of(), null, null));
        lists.put("thread", listing(null, null, one.threadId(), null, Set.of(), null, null));
        lists.put("conversation", listing(null, null, null, one.conversationId(), Set.of(), null, null));
        lists.put("status", listing(null, null, null, null, Set.of(Status.RECEIVED), null, null));
        lists.put("two statuses", listing(null, null, null, null, Set.of(Status.RECEIVED, Status.FAILED), null, null));
        lists.put("recipient", listing(null, null, null, null, Set.of(), one, null));
        lists.put(
                "app",
                listing(null, null, null, null, Set.of(), null, List.of(one.endpoint(), new EndpointId(one.id().value()))));
        lists.put("channel of an endpoint", listing(Channel.WHATSAPP, one.endpoint(), null, null, Set.of(), null, null));

        SoftAssertions all = new SoftAssertions();
        MessageId middle = new MessageId(new Ksuid(0, 0, MANY / 2));
        MessageId deep = new MessageId(new Ksuid(0, 0, 1_000));
        MessageId high = new MessageId(new Ksuid(0, 0, MANY - 1_000));
        for (PageRequest<MessageId> page : List.of(
                PageRequest.<MessageId>first(LIMIT),
                PageRequest.olderThan(middle, LIMIT),
                PageRequest.olderThan(deep, LIMIT),
                PageRequest.newerThan(middle, LIMIT),
                PageRequest.newerThan(deep, LIMIT),
                PageRequest.newerThan(high, LIMIT))) {
            lists.forEach((name, list) -> {
                Plan plan = Plan.of(store, list.query(store.dialect(), MessageRow.COLUMNS, "", page));
                all.assertThat(plan.visited()).as(name + " " + page + "\n" + plan.text()).isBetween((long) LIMIT, (long) MOST_VISITED);
            });
        }
        all.assertAll();
    }

    @Test
    void messagesThatAreContinuedArePassedByHoweverManyTheyAre() {
        Message one = manyLike(tenant.whatsApp(), "mod(n, 1000) <> 1");
        Map<String, MessageFilter.Builder> filters = new LinkedHashMap<>();
        filters.put("all", MessageFilter.builder());
        filters.put("channel", MessageFilter.builder().on(Channel.WHATSAPP));
        filters.put("thread", MessageFilter.builder().inThread(one.threadId()));
        filters.put("status", MessageFilter.builder().withStatus(Set.of(Status.RECEIVED)));
        filters.put("recipient", MessageFilter.builder().to(one.to()));

        SoftAssertions all = new SoftAssertions();
        MessageId middle = new MessageId(new Ksuid(0, 0, MANY / 2));
        for (PageRequest<MessageId> page : List.of(
                PageRequest.<MessageId>first(LIMIT), PageRequest.olderThan(middle, LIMIT), PageRequest.newerThan(middle, LIMIT))) {
            filters.forEach((name, filter) -> {
                Listing<MessageId> list = MessageListing.of(store.dialect(), tenant.live(), filter.latest().build(), null, null);
                Plan plan = Plan.of(store, list.query(store.dialect(), MessageRow.COLUMNS, "", page));
                all.assertThat(plan.visited()).as(name + " " + page + "\n" + plan.text()).isBetween((long) LIMIT, (long) MOST_VISITED);
            });
        }
        all.assertAll();
    }

    @Test
    void howManyThereAreIsToldWithoutLookingAtThem() {
        manyLike(tenant.whatsApp());
        MessageFilter received = MessageFilter.builder().on(Channel.WHATSAPP).going(Direction.INBOUND).build();

        Plan plan = Plan.of(store, MessageCounts.query(tenant.live(), received, null));

        assertThat(MessageCounts.answer(received)).isTrue();
        assertThat(plan.visited()).as(plan.text()).isBetween(1L, 4L);
    }

    Listing<MessageId> listing(
            @Nullable Channel channel,
            @Nullable EndpointId endpoint,
            @Nullable UUID thread,
            @Nullable UUID conversation,
            Set<Status> statuses,
            @Nullable Message to,
            @Nullable List<EndpointId> appEndpoints) {
        return MessageListing.of(
                store.dialect(),
                tenant.live(),
                new MessageFilter(
                        channel, endpoint, null, thread, conversation, null, statuses, Set.of(), null, to == null ? null : to.to(), null,
                        null, null, null, null, false),
                appEndpoints,
                null);
    }
}
