package io.stele.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.json.tree.JsonNode;
import io.stele.core.event.EventKind;
import io.stele.core.housekeeping.Chore;
import io.stele.core.project.ApiKey;
import io.stele.core.project.ApiKeys;
import io.stele.core.project.Scope;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import io.stele.server.store.event.Events;
import io.stele.server.store.sql.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /events} in pages. */
abstract class EventsTest extends SteleServerTest {

    private String write(Tenant to) {
        return stele().writeIn(RunningStele.newCustomer(), to, "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");
    }

    private Answer events(String query, String key) {
        Answer answer = http().get("/events" + query, key);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private long last(Tenant tenant) {
        return events("?limit=1", tenant.zavu()).at("last").getLongValue();
    }

    private Tenant withEvents(int many) {
        Tenant tenant = stele().found("Busy");
        while (last(tenant) < many) {
            long before = last(tenant);
            write(tenant);
            await().until(() -> last(tenant) > before);
        }
        return tenant;
    }

    private static List<Long> positions(Answer page) {
        List<Long> positions = new ArrayList<>();
        for (JsonNode event : page.at("events").values()) {
            positions.add(event.get("position").getLongValue());
        }
        return positions;
    }

    @Test
    void are_paged_through_from_the_first_to_the_last() {
        Tenant tenant = withEvents(10);
        long last = last(tenant);
        List<Long> seen = new ArrayList<>();
        long next = 0;
        while (next < last) {
            Answer page = events("?limit=3&after=" + next, tenant.zavu());
            assertThat(page.at("events").size()).isBetween(1, 3);
            assertThat(page.at("first").getLongValue()).isEqualTo(1);
            seen.addAll(positions(page));
            next = page.at("next").getLongValue();
        }

        assertThat(seen).startsWith(1L, 2L, 3L, 4L).isSorted().doesNotHaveDuplicates().contains(last);
        Answer end = events("?after=" + next, tenant.zavu());
        assertThat(end.at("next").getLongValue()).isEqualTo(next);
    }

    @Test
    void name_a_message_in_all_three_apis() {
        Tenant tenant = stele().found("Names");
        String id = write(tenant);
        await().until(() -> last(tenant) >= 3);

        JsonNode received = received(tenant, id);
        String kapso = received.get("message").get("kapso").getStringValue();
        String chirp = received.get("message").get("chirp").getStringValue();
        assertThat(received.get("message").get("provider").getStringValue()).isEqualTo(kapso);
        assertThat(http().get("/v1/messages/" + id, tenant.zavu()).status()).isEqualTo(200);
        assertThat(http().send("GET", "/platform/v1/whatsapp/messages/" + kapso, Map.of("X-API-Key", tenant.kapso()), null)
                        .status())
                .isEqualTo(200);
        assertThat(http().get("/v1/whatsapp/messages/" + chirp, tenant.chirpApp()).status()).isEqualTo(200);
        assertThat(received.get("endpoint").get("kapso").getStringValue()).isEqualTo(tenant.phoneNumberId());
        assertThat(received.get("endpoint").get("zavu").getStringValue()).isEqualTo(tenant.senderId());
        assertThat(http().get(
                                "/v1/organization/whatsapp/phone-numbers/"
                                        + received.get("endpoint").get("chirp").getStringValue(),
                                tenant.chirpAdmin())
                        .status())
                .isEqualTo(200);
    }

    private JsonNode received(Tenant tenant, String zavu) {
        for (JsonNode event : events("", tenant.zavu()).at("events").values()) {
            if (event.get("type").getStringValue().equals("message_received")
                    && event.get("message").get("zavu").getStringValue().equals(zavu)) {
                return event;
            }
        }
        throw new AssertionError("no message_received of " + zavu);
    }

    @Test
    void open_to_every_key_of_the_project_in_its_mode() {
        Tenant tenant = withEvents(4);
        String live = events("", tenant.zavu()).text();

        for (String key : List.of(tenant.chirpAdmin(), tenant.chirpApp(), tenant.kapso())) {
            assertThat(events("", key).text()).isEqualTo(live);
        }
        assertThat(http().send("GET", "/events", Map.of("X-API-Key", tenant.kapso()), null).text()).isEqualTo(live);
        for (String key : List.of(tenant.zavuTest(), tenant.chirpTest(), stele().other().zavu())) {
            assertThat(events("", key).text()).doesNotContain("message_");
        }
        assertThat(http().get("/events", "zv_live_of_nobody").status()).isEqualTo(401);
        assertThat(http().send("GET", "/events", Map.of(), null).string("code")).isEqualTo("unauthorized");
    }

    /** What is answered is held against the document by whoever asks. */
    @Test
    void of_every_kind_are_as_the_document_says() {
        Tenant tenant = stele().found("Kinds");
        Scope scope = stele().server()
                .context()
                .getBean(ApiKeys.class)
                .owner(new ApiKey(tenant.zavu()).hash())
                .orElseThrow()
                .scope();
        stele().server().context().getBean(Database.class).write(session -> {
            Events.append(
                    session,
                    EveryEvent.OF_EACH_KIND.stream().map(event -> new Events.Entry(scope, event)).toList(),
                    Instant.now());
            return scope;
        });
        await().until(() -> last(tenant) >= EveryEvent.OF_EACH_KIND.size());

        Set<String> types = new TreeSet<>();
        events("?limit=1000", tenant.zavu())
                .at("events")
                .values()
                .forEach(event -> types.add(event.get("type").getStringValue()));
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventKind.values()).map(EventKind::word).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    after=-1                  | after must be a position, a whole number from 0.
                    after=x                   | after must be a position, a whole number from 0.
                    after=9999999999999999999 | after must be a position, a whole number from 0.
                    after=1&after=2           | after must be given once.
                    after=100000000           | after must be a position of this log, which goes as far as
                    limit=0                   | limit must be a whole number from 1 to 1000.
                    limit=1001                | limit must be a whole number from 1 to 1000.
                    limit=1.5                 | limit must be a whole number from 1 to 1000.
                    wait=31                   | wait must be a whole number from 0 to 30.
                    wait=-1                   | wait must be a whole number from 0 to 30.
                    """)
    void refuse_a_wrong_value_by_its_name(String query, String message) {
        Answer answer = http().get("/events?" + query, tenant().zavu());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.string("code")).isEqualTo("invalid_request");
        assertThat(answer.string("message")).startsWith(message);
    }

    @Test
    void an_empty_page_waits_for_an_event() throws InterruptedException {
        Tenant tenant = withEvents(4);
        // What the first message leads to has come to its end.
        Answer quiet = events("?limit=1000", tenant.zavu());
        long after = quiet.at("last").getLongValue();
        List<Answer> answers = new ArrayList<>();
        Thread waiting = Thread.ofVirtual().start(() -> answers.add(events("?wait=30&after=" + after, tenant.zavu())));
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        write(tenant);

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(positions(answers.getFirst())).startsWith(after + 1);
    }

    @Test
    void a_page_that_waits_in_vain_is_empty() {
        Tenant tenant = stele().found("Silent");
        Answer answer = events("?wait=1&after=" + last(tenant), tenant.zavu());

        assertThat(answer.at("events").size()).isZero();
    }

    @Test
    void what_has_been_deleted_is_told_to_be_gone() {
        Tenant tenant = withEvents(8);
        long last = last(tenant);
        age(tenant, 4);

        Answer answer = http().get("/events?after=1", tenant.zavu());
        assertThat(answer.status()).as(answer.text()).isEqualTo(410);
        assertThat(answer.string("code")).isEqualTo("position_expired");
        long first = answer.at("first").getLongValue();
        assertThat(first).isBetween(4L, last);
        assertThat(answer.at("last").getLongValue()).isEqualTo(last);
        assertThat(positions(events("?after=" + (first - 1), tenant.zavu()))).startsWith(first);
        try (LiveEvents stream = LiveEvents.open(
                stele().url().resolve("/events"), tenant.zavu(), Map.of("Last-Event-ID", "1"))) {
            assertThat(stream.status()).isEqualTo(410);
        }
    }

    /** Makes the events up to this position old, and has them deleted. */
    private void age(Tenant tenant, long upTo) {
        JsonNode newest = events("?after=" + (upTo - 1) + "&limit=1", tenant.zavu()).at("events", 0);
        Database database = stele().server().context().getBean(Database.class);
        database.write(session -> session.update(
                """
                update event_batch set created_at = ? where first_position <= ? and (project_id, mode) in
                (select project_id, mode from event_batch where events like ?)""",
                Instant.now().minus(Duration.ofDays(31)),
                upTo,
                "%" + newest.get("id").getStringValue() + "%"));
        Chore chore = stele().server().context().getBeansOfType(Chore.class).stream()
                .filter(each -> each.name().equals("Deleting old events"))
                .findFirst()
                .orElseThrow();
        boolean more;
        do {
            more = chore.doPart(Instant.now());
        } while (more);
    }
}
