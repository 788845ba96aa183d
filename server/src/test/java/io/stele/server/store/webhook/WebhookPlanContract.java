package io.stele.server.store.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.page.PageRequest;
import io.stele.core.webhook.Webhook;
import io.stele.core.webhook.WebhookClaim;
import io.stele.core.webhook.WebhookDelivery;
import io.stele.core.webhook.WebhookDeliveryFilter;
import io.stele.server.store.Plan;
import io.stele.server.store.TestStore;
import io.stele.server.store.sql.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What waits for a webhook that is dead costs the others nothing, counted in the rows that the database visits. */
public abstract class WebhookPlanContract extends WebhookContract {

    private static final int MANY = 8_000;
    private static final int LIMIT = 20;
    private static final int MOST_VISITED = 8 * (LIMIT + 1);

    private static final UUID LANE = new UUID(1, 1);

    private Webhook dead;
    private Webhook quiet;
    private WebhookDelivery middle;

    protected WebhookPlanContract(Supplier<TestStore> opening) {
        super(opening);
    }

    /** Many that wait for their time, many that are due and many that are settled, all of one webhook; a few of another. */
    private void fill() {
        dead = subscriptions.kept(tenant.live());
        quiet = subscriptions.kept(tenant.live());
        send(dead, 1, LANE);
        copies("PENDING", "timestamp with time zone '2026-03-02 09:00:00+00'", "null", MANY / 2);
        copies("PENDING", "timestamp with time zone '2026-03-02 07:00:00+00'", "null", MANY / 2);
        copies("DELIVERED", "cast(null as timestamp with time zone)", "timestamp with time zone '2026-03-02 07:00:00+00'", MANY);
        for (int number = 2; number < 12; number++) {
            send(quiet, number);
        }
        middle = deliveries.deliveries(tenant.live(), WebhookDeliveryFilter.ALL, PageRequest.skipping(MANY / 10, 1)).items().getFirst();
    }

    private void copies(String status, String due, String settled, int many) {
        String uuid = store.isPostgres() ? "gen_random_uuid()" : "random_uuid()";
        List<String> same = store.column("select column_name from information_schema.columns"
                        + " where table_schema = 'public' and table_name = 'webhook_delivery'"
                        + " and column_name not in ('id', 'seq', 'event_id', 'status', 'due_at', 'settled_at')");
        store.run("insert into webhook_delivery (id, event_id, status, due_at, settled_at, " + String.join(", ", same) + ") select " + uuid
                + ", " + uuid + ", '" + status + "', " + due + ", " + settled + ", " + String.join(", ", same)
                + " from webhook_delivery, " + store.numbers(many) + " where body = '1' and event_id = '" + new UUID(7, 1) + "'");
    }

    private Map<String, Query> queries() {
        Map<String, Query> queries = new LinkedHashMap<>();
        for (Webhook webhook : List.of(dead, quiet)) {
            String whose = webhook.equals(dead) ? " of the dead one" : " of the quiet one";
            Queues.Key queue = Queues.Key.of(webhook);
            queries.put("heads" + whose, Claiming.headsQuery(queue, now(), LIMIT));
            queries.put("held" + whose, Claiming.heldQuery(queue, now()));
            queries.put("next" + whose, Claiming.nextQuery(queue));
            queries.put("first of a lane" + whose, DeliveryLanes.firstQuery(new DeliveryLanes.Lane(queue, LANE)));
            WebhookDeliveryFilter all = new WebhookDeliveryFilter(webhook.id(), Set.of(), null, null);
            queries.put("page" + whose, page(all, PageRequest.first(LIMIT)));
            queries.put("later page" + whose, page(all, PageRequest.olderThan(middle.id(), LIMIT)));
            WebhookDeliveryFilter failed =
                    new WebhookDeliveryFilter(webhook.id(), Set.of(WebhookDelivery.Status.FAILED), null, null);
            queries.put("failed" + whose, page(failed, PageRequest.first(LIMIT)));
        }
        WebhookDeliveryFilter both =
                new WebhookDeliveryFilter(Set.of(dead.id(), quiet.id()), Set.of(), null, null);
        queries.put("page of both", page(both, PageRequest.first(LIMIT)));
        queries.put("later page of both", page(both, PageRequest.olderThan(middle.id(), LIMIT)));
        queries.put("due queues", Claiming.due(now()).locked(store.dialect(), LIMIT));
        queries.put("page of all", page(WebhookDeliveryFilter.ALL, PageRequest.first(LIMIT)));
        queries.put("later page of all", page(WebhookDeliveryFilter.ALL, PageRequest.olderThan(middle.id(), LIMIT)));
        queries.put("logs that go on", Cursors.behindQuery(now(), LIMIT));
        return queries;
    }

    private Query page(WebhookDeliveryFilter filter, PageRequest<UUID> page) {
        return StoredWebhookDeliveries.listing(tenant.live(), filter).query(store.dialect(), "d.*", "", page);
    }

    private void assertFewVisited(String when) {
        SoftAssertions all = new SoftAssertions();
        queries().forEach((name, query) -> {
            Plan plan = Plan.of(store, query);
            all.assertThat(plan.visited()).as(name + " " + when + "\n" + plan.text()).isLessThanOrEqualTo(MOST_VISITED);
        });
        all.assertAll();
    }

    @Test
    void whatWaitsForOneWebhookIsNotLookedAtForAnother() {
        fill();
        assertFewVisited("without statistics");
        store.run("analyze");
        assertFewVisited("with statistics");

        List<WebhookClaim> claims = claim(LIMIT, 15);

        assertThat(claims).filteredOn(claim -> claim.webhook().equals(quiet)).hasSize(10);
        assertThat(claims).filteredOn(claim -> claim.webhook().equals(dead)).hasSize(10);
    }
}
