package io.stele.server.store.conversation;

import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationFilter;
import io.stele.core.conversation.ConversationKey;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.conversation.ThreadFilter;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.message.Context;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.Text;
import io.stele.core.page.PageRequest;
import io.stele.server.store.Plan;
import io.stele.server.store.StoreContract;
import io.stele.server.store.TestStore;
import io.stele.server.store.sql.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** A page deep in a long list of conversations or threads costs what the first one costs. */
public abstract class ConversationPlanContract extends StoreContract {

    private static final int MANY = 10_000;
    private static final int LIMIT = 20;

    /** The page and one row more; for each the contact and the newest message. */
    private static final int MOST_VISITED = 10 * (LIMIT + 1);

    protected ConversationPlanContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private Message manyLikeOne() {
        Message message = store.get(InboundStore.class)
                .receive(
                        List.of(new InboundMessage(
                                tenant.whatsApp(), new PhoneNumber("+4915100000001"), Identity.UNKNOWN, "p1", "Ana", Text.of("x"), Context.NONE,
                                null, TestStore.START, List.of())),
                        List.of(new MessageId(store.get(KsuidGenerator.class).next())),
                        TestStore.START)
                .getFirst();
        multiply("conversation", "");
        // A person has one thread with a sender: here each thread is with another sender.
        multiply("thread", ", sender_id");
        store.run("analyze");
        return message;
    }

    private void multiply(String table, String unique) {
        String random = store.isPostgres() ? "gen_random_uuid()" : "random_uuid()";
        String same = String.join(
                ", ",
                store
                        .column("select column_name from information_schema.columns where table_schema = 'public' and table_name = '" + table + "'")
                        .stream()
                        .filter(column -> !List.of("id", "last_active_at").contains(column) && !unique.contains(column))
                        .toList());
        store.run("insert into " + table + " (id, last_active_at" + unique + ", " + same + ") select " + random
                + ", last_active_at - n * interval '1' minute" + (unique.isEmpty() ? "" : ", " + random) + ", " + same + " from " + table
                + ", " + store.numbers(MANY));
    }

    @Test
    void aDeepPageCostsWhatTheFirstOneCosts() {
        Message one = manyLikeOne();
        Instant now = TestStore.START;
        ConversationLog log = store.get(ConversationLog.class);
        Conversation conversation = log.conversation(tenant.live(), one.conversationId()).orElseThrow();
        Map<String, Listing<ConversationKey>> lists = new LinkedHashMap<>();
        lists.put("channel", listing(new ConversationFilter(Channel.WHATSAPP, null, null, null, null, null, null, null, null), now));
        lists.put("endpoint", listing(new ConversationFilter(null, conversation.endpoint(), null, null, null, null, null, null, null), now));
        lists.put("address", listing(new ConversationFilter(null, null, "+4915100000001", null, null, null, null, null, null), now));
        lists.put("threads", StoredConversationLog.listing(tenant.live(), new ThreadFilter(null, null, null)));

        SoftAssertions all = new SoftAssertions();
        for (PageRequest<ConversationKey> page : List.of(
                PageRequest.<ConversationKey>first(LIMIT),
                PageRequest.olderThan(minutesAgo(MANY / 2), LIMIT),
                PageRequest.olderThan(minutesAgo(MANY - 1_000), LIMIT),
                PageRequest.newerThan(minutesAgo(MANY / 2), LIMIT),
                PageRequest.newerThan(minutesAgo(MANY - 1_000), LIMIT),
                PageRequest.newerThan(minutesAgo(1_000), LIMIT))) {
            lists.forEach((name, list) -> check(all, name, list, ConversationRow.COLUMNS, page));
        }
        all.assertAll();
    }

    private static ConversationKey minutesAgo(int minutes) {
        return new ConversationKey(TestStore.START.minus(Duration.ofMinutes(minutes)), new UUID(-1, -1));
    }

    private Listing<ConversationKey> listing(ConversationFilter filter, Instant now) {
        return StoredConversationLog.listing(tenant.live(), filter, now);
    }

    private void check(
            SoftAssertions all, String name, Listing<ConversationKey> list, String columns, PageRequest<ConversationKey> page) {
        Plan plan = Plan.of(store, list.query(store.dialect(), columns, ConversationRow.JOINED, page));
        all.assertThat(plan.visited()).as(name + " " + page + "\n" + plan.text()).isBetween((long) LIMIT, (long) MOST_VISITED);
    }
}
