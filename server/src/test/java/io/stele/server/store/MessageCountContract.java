package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.housekeeping.Chore;
import io.stele.core.message.Direction;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many messages there are is told exactly, and at once. */
public abstract class MessageCountContract extends StoreContract {

    private static final MessageFilter SENT = MessageFilter.builder().going(Direction.OUTBOUND).build();

    private MessageLog log;
    private Traffic traffic;
    private Endpoint whatsApp;
    private Endpoint sms;

    protected MessageCountContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        log = store.get(MessageLog.class);
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
        sms = tenant.endpoint(Channel.SMS);
    }

    private void accept(int howMany) {
        for (int i = 0; i < howMany; i++) {
            traffic.accept(sms, Traffic.person(i % 3), "n" + i);
        }
    }

    private long count(MessageFilter filter) {
        return log.count(tenant.live(), filter);
    }

    private long tallies() {
        return store.number("select count(*) from message_tally");
    }

    private boolean merge() {
        return store.all(Chore.class).stream()
                .filter(chore -> chore.name().equals("Merging tallies of messages"))
                .findFirst()
                .orElseThrow()
                .doPart(store.clock().instant());
    }

    private void mergeAll() {
        boolean more;
        do {
            more = merge();
        } while (more);
    }

    @Test
    void eachMessageIsCountedAsSoonAsItIsThere() {
        accept(3);
        traffic.receive(whatsApp, Traffic.person(1), "wamid.1");

        assertThat(count(MessageFilter.ALL)).isEqualTo(4);
        assertThat(count(SENT)).isEqualTo(3);
        assertThat(count(MessageFilter.builder().on(Channel.WHATSAPP).build())).isEqualTo(1);
        assertThat(count(MessageFilter.builder().through(sms.id()).going(Direction.INBOUND).build())).isZero();
    }

    @Test
    void theTalliesSayWhatTheMessagesSay() {
        accept(20);
        traffic.receive(whatsApp, Traffic.person(1), "wamid.1");
        traffic.receive(whatsApp, Traffic.person(2), "wamid.2");
        mergeAll();

        String sorts = "project_id, mode, channel, endpoint_id, direction, content_kind";
        String counted = "(select %s, count(*) as messages from message group by %s)".formatted(sorts, sorts);
        String told = "(select %s, sum(messages) as messages from message_tally group by %s)".formatted(sorts, sorts);
        assertThat(store.number("select count(*) from ((%s except %s) union all (%s except %s)) t".formatted(counted, told, told, counted)))
                .isZero();
    }

    @Test
    void talliesOfOneSortBecomeOne() {
        accept(40);
        traffic.receive(whatsApp, Traffic.person(1), "wamid.1");
        assertThat(tallies()).isEqualTo(41);

        mergeAll();

        assertThat(tallies()).isEqualTo(2);
        assertThat(count(MessageFilter.ALL)).isEqualTo(41);
        assertThat(count(SENT)).isEqualTo(40);
    }

    @Test
    void aFewTalliesAreLeftAsTheyAre() {
        accept(16);

        mergeAll();

        assertThat(tallies()).isEqualTo(16);
    }

    @Test
    void whileSeveralNodesMergeNoMessageIsLostOrCountedTwice() {
        int writers = 4;
        int each = 60;
        AtomicInteger writing = new AtomicInteger(writers);
        AtomicBoolean fell = new AtomicBoolean();
        List<Callable<Boolean>> works = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            works.add(() -> {
                accept(each);
                return writing.decrementAndGet() == 0;
            });
        }
        for (int i = 0; i < 2; i++) {
            works.add(() -> {
                while (writing.get() > 0) {
                    merge();
                }
                return true;
            });
        }
        works.add(() -> {
            long before = 0;
            while (writing.get() > 0) {
                long now = count(MessageFilter.ALL);
                fell.compareAndSet(false, now < before);
                before = now;
            }
            return true;
        });

        Together.all(works);

        assertThat(fell).isFalse();
        assertThat(count(MessageFilter.ALL)).isEqualTo(writers * each);
        mergeAll();
        assertThat(count(MessageFilter.ALL)).isEqualTo(writers * each);
    }
}
