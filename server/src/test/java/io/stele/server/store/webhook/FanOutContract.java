package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.event.EventNumbering;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Scope;
import io.stele.core.webhook.EventView;
import io.stele.core.webhook.FanOutStore;
import io.stele.core.webhook.NewDelivery;
import io.stele.core.webhook.Payload;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookDeliveryFilter;
import io.stele.core.webhook.Webhooks;
import io.stele.server.store.Tenant;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** {@link FanOutStore#tellNext}: each event is told once, in its order. */
public abstract class FanOutContract extends WebhookContract {

    protected FanOutContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private int tell() {
        return fanOut.tellNext(200, WebhookContract::told);
    }

    private List<String> told(Scope scope) {
        List<String> bodies = new ArrayList<>(
                listed(scope).stream().map(WebhookDelivery::body).toList());
        Collections.reverse(bodies);
        return bodies;
    }

    private List<String> told(Webhook webhook) {
        return listed(webhook.scope()).reversed().stream()
                .filter(delivery -> delivery.webhook().equals(webhook.id()))
                .map(WebhookDelivery::body)
                .toList();
    }

    @Test
    void eachEventIsToldToEachWebhookOnce() {
        Webhook one = subscriptions.kept(tenant.live());
        Webhook other = subscriptions.kept(tenant.live());
        happen(tenant.live(), 1, 2);

        assertThat(tell()).isEqualTo(2);
        assertThat(tell()).isZero();

        assertThat(listed(tenant.live()))
                .hasSize(4)
                .extracting(WebhookDelivery::webhook)
                .contains(one.id(), other.id());
        assertThat(told(tenant.live())).containsExactly("1", "1", "2", "2");
    }

    @Test
    void aLogIsToldInItsOrderPartByPart() {
        subscriptions.kept(tenant.live());
        happen(tenant.live(), 1, 2, 3);
        happen(tenant.live(), 4, 5);

        assertThat(fanOut.tellNext(2, WebhookContract::told)).isEqualTo(2);
        assertThat(fanOut.tellNext(2, WebhookContract::told)).isEqualTo(2);
        assertThat(fanOut.tellNext(2, WebhookContract::told)).isEqualTo(1);

        assertThat(told(tenant.live())).containsExactly("1", "2", "3", "4", "5");
        assertThat(store.column("select log_position from webhook_delivery order by seq")).containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void whatHappenedBeforeTheFirstWebhookIsNotTold() {
        happen(tenant.live(), 1);
        subscriptions.kept(tenant.live());
        happen(tenant.live(), 2);

        tell();

        assertThat(told(tenant.live())).containsExactly("2");
    }

    @Test
    void whatHappenedBeforeALaterWebhookIsNotToldToIt() {
        Webhook first = subscriptions.kept(tenant.live());
        happen(tenant.live(), 1);
        Webhook later = subscriptions.kept(tenant.live());
        happen(tenant.live(), 2);

        tell();

        assertThat(told(first)).containsExactly("1", "2");
        assertThat(told(later)).containsExactly("2");
    }

    @Test
    void whatNobodyHadNumberedWhenAWebhookWasMadeIsNotToldToItButToTheOthers() {
        Webhook first = subscriptions.kept(tenant.live());
        store.database().write(session -> write(session, tenant.live(), event(1)));
        Webhook later = subscriptions.kept(tenant.live());
        happen(tenant.live(), 2);

        tell();

        assertThat(told(first)).containsExactly("1", "2");
        assertThat(told(later)).containsExactly("2");
    }

    @Test
    void whatIsUnderWayWhenAWebhookIsMadeIsToldToIt() {
        AtomicReference<Webhook> made = new AtomicReference<>();
        try (TestStore another = store.another()) {
            another.database().write(session -> {
                int written = write(session, tenant.live(), event(1));
                made.set(Together.times(1, () -> subscriptions.kept(tenant.live())).getFirst());
                return written;
            });
        }
        happen(tenant.live(), 2);

        tell();

        assertThat(told(made.get())).containsExactly("1", "2");
    }

    @Test
    void howeverMuchWaitsForItsPositionANewWebhookHearsOfWhatComesAfterItAlone() {
        int many = 2_500;
        store.run("insert into event_batch (project_id, mode, size, events, created_at) select id, 'LIVE', 1, '[]', current_timestamp"
                + " from project, " + store.numbers(many) + " where id = '" + tenant.live().project().value() + "'");
        Webhook webhook = subscriptions.kept(tenant.live());
        happen(tenant.live(), 1);

        tell();

        assertThat(told(webhook)).containsExactly("1");
        assertThat(listed(tenant.live())).extracting(WebhookDelivery::position).containsExactly(many + 1L);
    }

    @Test
    void theClocksOfNodesHaveNoSayInWhatANewWebhookHears() {
        later(Duration.ofSeconds(10));
        Webhook ofANodeThatIsAhead = subscriptions.kept(tenant.live());
        later(Duration.ofSeconds(-10));
        happen(tenant.live(), 1);
        later(Duration.ofSeconds(10));

        tell();

        assertThat(told(ofANodeThatIsAhead)).containsExactly("1");
    }

    @Test
    void aWebhookThatIsChangedOrActiveAgainHearsFromWhereItBegan() {
        happen(tenant.live(), 1);
        Webhook webhook = subscriptions.kept(tenant.live());
        happen(tenant.live(), 2);
        webhooks.change(tenant.live(), webhook.id(), before -> Subscriptions.with(before, true, "https://other.example.com/"));
        activate(webhook, false);
        activate(webhook, true);
        happen(tenant.live(), 3);

        tell();

        assertThat(told(webhook)).containsExactly("2", "3");
    }

    @Test
    void aWebhookThatWasThereBeforeTheEventIsAmongThoseThatAreTold() {
        subscriptions.kept(tenant.live());
        happen(tenant.live(), 1);
        Webhook later = subscriptions.kept(tenant.live());

        fanOut.tellNext(200, (active, views) -> {
            assertThat(active).extracting(FanOutStore.Listener::webhook).contains(later);
            return told(active, views);
        });
    }

    @Test
    void nothingIsToldWhileNoWebhookIsActive() {
        Webhook webhook = subscriptions.kept(tenant.live());
        activate(webhook, false);
        happen(tenant.live(), 1);

        assertThat(fanOut.tellNext(200, (_, _) -> {
                    throw new AssertionError("events were read for nobody");
                }))
                .isZero();
        activate(webhook, true);
        happen(tenant.live(), 2);
        tell();

        assertThat(told(tenant.live())).containsExactly("2");
    }

    @Test
    void theScopesHaveLogsOfTheirOwn() {
        Tenant other = Tenant.found(store);
        List.of(tenant.live(), tenant.test(), other.live()).forEach(subscriptions::kept);
        happen(tenant.live(), 1);
        happen(tenant.test(), 2);
        happen(other.live(), 3);

        assertThat(tell()).isEqualTo(3);

        assertThat(told(tenant.live())).containsExactly("1");
        assertThat(told(tenant.test())).containsExactly("2");
        assertThat(told(other.live())).containsExactly("3");
    }

    @Test
    void whatCouldNotBeToldIsToldLaterOnce() {
        subscriptions.kept(tenant.live());
        happen(tenant.live(), 1, 2);
        fanOut.tellNext(200, (_, _) -> {
            throw new IllegalStateException("on purpose");
        });
        assertThat(told(tenant.live())).isEmpty();
        assertThat(tell()).isZero();

        later(Duration.ofMinutes(1));

        assertThat(tell()).isEqualTo(2);
        assertThat(told(tenant.live())).containsExactly("1", "2");
    }

    @Test
    void anEventThatCannotBeToldHoldsUpNeitherThoseBeforeItNorOtherLogs() {
        subscriptions.kept(tenant.live());
        subscriptions.kept(tenant.test());
        happen(tenant.live(), 1, 2, 3);
        happen(tenant.test(), 4);

        fanOut.tellNext(200, (active, views) -> {
            if (views.stream().anyMatch(view -> number(view) == 2)) {
                throw new IllegalStateException("on purpose");
            }
            return told(active, views);
        });

        assertThat(told(tenant.live())).containsExactly("1");
        assertThat(told(tenant.test())).containsExactly("4");
    }

    @Test
    void whatIsMadeTwiceOfOneEventUnderOneNameIsToldOnce() {
        subscriptions.kept(tenant.live());
        happen(tenant.live(), 1);

        fanOut.tellNext(200, (active, views) -> {
            List<NewDelivery> twice = new ArrayList<>(told(active, views).deliveries());
            twice.addAll(twice);
            return new FanOutStore.Told(twice, List.of());
        });

        assertThat(told(tenant.live())).containsExactly("1");
    }

    @Test
    void aWebhookThatIsRemovedMeanwhileIsToldNothing() {
        Webhook webhook = subscriptions.kept(tenant.live());
        subscriptions.kept(tenant.live());
        happen(tenant.live(), 1);

        try (TestStore another = store.another()) {
            fanOut.tellNext(200, (active, views) -> {
                Together.times(1, () -> another.get(Webhooks.class).remove(tenant.live(), webhook.id()));
                return told(active, views);
            });
        }

        assertThat(listed(tenant.live())).extracting(WebhookDelivery::webhook).doesNotContain(webhook.id()).hasSize(1);
    }

    @Test
    void everythingComesBackAsItWasMade() {
        Webhook webhook = subscriptions.kept(tenant.live());
        happen(tenant.live(), 1);
        String body = "{\"text\":\"\u00fc \\u0000 \uD83D\uDE00\"}" + "x".repeat(70_000);

        fanOut.tellNext(200, (active, views) -> new FanOutStore.Told(
                List.of(new NewDelivery(
                        active.getFirst().webhook().id(), views.getFirst().logged().id(), 1, new Payload("n", body, null), tenant.whatsApp().id(),
                        "+15550100007", null, now())),
                List.of()));

        WebhookDelivery told = listed(tenant.live()).getFirst();
        assertThat(told)
                .isEqualTo(new WebhookDelivery(
                        told.id(), tenant.live(), webhook.id(), told.eventId(), 1, "n", body, tenant.whatsApp().id(), "+15550100007",
                        WebhookDelivery.Status.PENDING, 0, now(), null, null, null, now()));
    }

    /** Events go on being written while several tell: each is told once, in its order. */
    @Test
    void ofManyAtOnceOneTellsALogsEvents() {
        subscriptions.kept(tenant.live());
        int many = 120;
        AtomicInteger left = new AtomicInteger(many);

        Together.times(6, () -> {
            int number = left.getAndDecrement();
            while (number > 0) {
                happen(tenant.live(), number);
                fanOut.tellNext(1 + ThreadLocalRandom.current().nextInt(5), WebhookContract::told);
                number = left.getAndDecrement();
            }
            return number;
        });
        happen(tenant.live(), 0);
        while (tell() > 0) {
            assertThat(told(tenant.live()).size()).isLessThanOrEqualTo(many + 1);
        }

        assertThat(told(tenant.live()))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, many).mapToObj(String::valueOf).toList());
        assertThat(store.column("select log_position from webhook_delivery order by seq"))
                .isEqualTo(IntStream.rangeClosed(1, many + 1).mapToObj(String::valueOf).toList());
    }

    /** Each writes something, makes a webhook and writes again, while the others do so too, number and tell. */
    @Test
    void howeverManyMakeWebhooksAtOnceEachHearsOfWhatComesAfterItAndOfNothingBefore() {
        Map<Webhook, Integer> before = new ConcurrentHashMap<>();
        AtomicInteger numbers = new AtomicInteger();

        Together.times(4, () -> {
            for (int i = 0; i < 10; i++) {
                int number = numbers.getAndAdd(2);
                store.database().write(session -> write(session, tenant.live(), event(number)));
                before.put(subscriptions.kept(tenant.live()), number);
                store.database().write(session -> write(session, tenant.live(), event(number + 1)));
                store.get(EventNumbering.class).number();
                fanOut.tellNext(3, WebhookContract::told);
            }
            return before;
        });
        store.get(EventNumbering.class).number();
        while (tell() > 0) {
            assertThat(before).hasSize(40);
        }

        assertThat(store.column("select first_position from event_batch order by first_position"))
                .isEqualTo(IntStream.rangeClosed(1, 80).mapToObj(String::valueOf).toList());
        assertThat(before).allSatisfy((webhook, number) -> assertThat(toldUpToTheEnd(webhook))
                .contains(String.valueOf(number + 1))
                .doesNotContain(String.valueOf(number)));
    }

    /** What a webhook was told, of which nothing is missing between the first and the log's last. */
    private List<String> toldUpToTheEnd(Webhook webhook) {
        List<WebhookDelivery> told = deliveries
                .deliveries(tenant.live(), new WebhookDeliveryFilter(webhook.id(), Set.of(), null, null), PageRequest.first(100))
                .items()
                .reversed();
        long first = told.getFirst().position();
        assertThat(told).extracting(WebhookDelivery::position).isEqualTo(LongStream.rangeClosed(first, 80).boxed().toList());
        return told.stream().map(WebhookDelivery::body).toList();
    }

    @Test
    void aNewWebhookMissesNothingOfWhatHappensFromThenOn() {
        subscriptions.kept(tenant.live());
        List<List<EventView>> seen = Collections.synchronizedList(new ArrayList<>());

        Together.times(4, () -> {
            for (int i = 0; i < 10; i++) {
                Webhook webhook = subscriptions.kept(tenant.live());
                happen(tenant.live(), 1);
                while (fanOut.tellNext(3, WebhookContract::told) > 0) {
                    seen.add(List.of());
                }
                assertThat(webhooks.webhook(tenant.live(), webhook.id())).isPresent();
            }
            return seen;
        });
        while (tell() > 0) {
            seen.add(List.of());
        }

        assertThat(store.column("select w.id from webhook w where not exists"
                        + " (select 1 from webhook_delivery d where d.project_id = w.project_id and d.webhook_id = w.id)"))
                .as("webhooks after which something happened that they were not told")
                .isEmpty();
    }
}
