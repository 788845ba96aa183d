package io.stele.server.store.message;

import io.stele.core.channel.Channel;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.MessageId;
import io.stele.core.message.Status;
import io.stele.core.page.PageRequest;
import io.stele.server.store.Plan;
import io.stele.server.store.TestStore;
import io.stele.server.store.sql.Listing;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What PostgreSQL can do and H2 cannot: it has the statuses channel by channel. */
public abstract class MessagePlanOnPostgresContract extends MessagePlanContract {

    protected MessagePlanOnPostgresContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @Test
    void aRareChannelIsFoundAmongMessagesOfACommonStatus() {
        manyLike(tenant.whatsApp());
        store.run("update message set channel = 'SMS' where id > decode(repeat('00', 19) || '64', 'hex')");
        clearAway();
        store.run("analyze");
        Listing<MessageId> list = listing(Channel.WHATSAPP, null, null, null, Set.of(Status.RECEIVED), null, null);

        SoftAssertions all = new SoftAssertions();
        for (PageRequest<MessageId> page : List.of(
                PageRequest.<MessageId>first(LIMIT),
                PageRequest.olderThan(new MessageId(new Ksuid(0, 0, 90)), LIMIT),
                PageRequest.newerThan(new MessageId(new Ksuid(0, 0, 10)), LIMIT))) {
            Plan plan = Plan.of(store, list.query(store.dialect(), MessageRow.COLUMNS, "", page));
            all.assertThat(plan.visited()).as(page + "\n" + plan.text()).isBetween((long) LIMIT, (long) MOST_VISITED);
        }
        all.assertAll();
    }
}
