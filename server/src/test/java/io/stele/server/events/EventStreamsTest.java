package io.stele.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.core.event.TemplateChanged;
import io.stele.core.message.Json;
import io.stele.core.project.ApiKey;
import io.stele.core.project.ApiKeys;
import io.stele.core.project.Scope;
import io.stele.core.template.TemplateReport;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import io.stele.server.store.event.Events;
import io.stele.server.store.sql.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code GET /events} as a stream. */
abstract class EventStreamsTest extends SteleServerTest {

    private LiveEvents open(String query, String key, Map<String, String> headers) {
        return LiveEvents.open(URI.create(stele().url() + "/events" + query), key, headers);
    }

    private LiveEvents live(Tenant tenant) {
        LiveEvents live = open("", tenant.zavu(), Map.of());
        assertThat(live.status()).isEqualTo(200);
        await().until(() -> !live.lastId().isEmpty());
        return live;
    }

    private void write(Tenant to) {
        stele().writeIn(RunningStele.newCustomer(), to, "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}");
    }

    private long last(Tenant tenant) {
        return http().get("/events?limit=1", tenant.zavu()).at("last").getLongValue();
    }

    /** A project in whose log something has happened, which is over. */
    private Tenant withHistory() {
        Tenant tenant = stele().found("History");
        write(tenant);
        await().until(() -> last(tenant) >= 3);
        return tenant;
    }

    @Test
    void a_reader_sees_within_a_second_what_happens() {
        String customer = stele().customerInConversation();
        try (LiveEvents live = live(tenant())) {
            // The first ones find nothing warm.
            List<Duration> delays = IntStream.range(0, 5).mapToObj(_ -> delay(customer, live)).toList();

            assertThat(delays.stream().min(Duration::compareTo).orElseThrow()).isLessThan(Duration.ofSeconds(1));
        }
    }

    /** How long after the answer to a send a reader has the event. */
    private Duration delay(String customer, LiveEvents live) {
        Answer answer = http().post(
                "/v1/messages", tenant().zavu(), "{\"to\":\"%s\",\"channel\":\"whatsapp\",\"text\":\"x\"}".formatted(customer));
        long begin = System.nanoTime();
        String id = answer.string("message", "id");
        await().pollInterval(Duration.ofMillis(5)).until(() -> live.events().stream()
                .anyMatch(event -> event.type().equals("message_queued")
                        && id.equals(event.data().get("message").get("zavu").getStringValue())));
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    void begins_at_the_end_where_no_position_is_named() {
        Tenant tenant = withHistory();
        try (LiveEvents live = live(tenant)) {
            long last = last(tenant);
            assertThat(live.lastId()).isEqualTo(Long.toString(last));
            write(tenant);

            await().until(() -> !live.events().isEmpty());
            assertThat(live.events().getFirst().id()).isEqualTo(Long.toString(last + 1));
        }
    }

    @Test
    void tells_what_pages_tell() {
        Tenant tenant = withHistory();
        Answer page = http().get("/events", tenant.kapso());
        int many = page.at("events").size();
        try (LiveEvents live = open("?after=0", tenant.zavu(), Map.of())) {
            await().until(() -> live.events().size() == many);

            for (int i = 0; i < many; i++) {
                LiveEvents.Sent sent = live.events().get(i);
                assertThat(sent.data()).isEqualTo(page.at("events", i));
                assertThat(sent.id()).isEqualTo(page.at("events", i, "position").coerceStringValue());
                assertThat(sent.type()).isEqualTo(page.string("events", i, "type"));
            }
            assertThat(live.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
            assertThat(live.retry()).isEqualTo("2000");
        }
    }

    @Test
    void a_reader_resumes_after_the_event_that_it_saw_last() {
        Tenant tenant = withHistory();
        try (LiveEvents live = open("?after=0", tenant.zavu(), Map.of("Last-Event-ID", "2"))) {
            await().until(() -> live.events().size() >= 1);

            assertThat(live.events()).extracting(LiveEvents.Sent::id).startsWith("3");
        }
    }

    @Test
    void is_not_held_back_for_a_client_that_takes_it_compressed() {
        Tenant tenant = withHistory();
        try (LiveEvents live = open("?after=0", tenant.zavu(), Map.of("Accept-Encoding", "gzip, deflate, br"))) {
            await().until(() -> live.events().size() >= 3);
        }
    }

    @Test
    void comes_to_whoever_likes_it_best() {
        Map<String, Boolean> wishes = Map.of(
                "text/event-stream", true,
                "text/event-stream, */*", true,
                "application/json;q=0.5, text/event-stream", true,
                "application/json", false,
                "application/json, text/event-stream;q=0.9", false,
                "text/html", false,
                "*/*", false);
        wishes.forEach((accept, isStream) -> {
            try (LiveEvents live = open("", tenant().zavu(), Map.of("Accept", accept))) {
                assertThat(live.status()).as(accept).isEqualTo(200);
                assertThat(live.headers().firstValue("content-type").orElse(""))
                        .as(accept)
                        .startsWith(isStream ? "text/event-stream" : "application/json");
            }
        });
    }

    @Test
    void refuses_what_no_stream_can_begin_with() {
        assertThat(refusal("", Map.of("Last-Event-ID", "x"))).isEqualTo(400);
        assertThat(refusal("", Map.of("Last-Event-ID", "1000000"))).isEqualTo(400);
        assertThat(refusal("?after=-1", Map.of())).isEqualTo(400);
        assertThat(refusal("?after=1000000", Map.of())).isEqualTo(400);
    }

    private int refusal(String query, Map<String, String> headers) {
        try (LiveEvents refused = open(query, tenant().zavu(), headers)) {
            return refused.status();
        }
    }

    @Test
    void a_key_of_another_mode_or_project_hears_nothing() {
        Tenant tenant = withHistory();
        Tenant other = stele().found("Other");
        try (LiveEvents test = open("?after=0", tenant.zavuTest(), Map.of());
                LiveEvents foreign = open("?after=0", other.chirpAdmin(), Map.of());
                LiveEvents own = open("?after=0", tenant.chirpApp(), Map.of())) {
            write(tenant);

            await().until(() -> own.events().size() >= 6);
            for (LiveEvents.Sent sent : List.copyOf(test.events())) {
                assertThat(sent.data().get("mode").getStringValue()).isEqualTo("test");
                assertThat(sent.type()).doesNotStartWith("message");
            }
            assertThat(foreign.events()).extracting(LiveEvents.Sent::type).noneMatch(type -> type.startsWith("message"));
        }
    }

    @Test
    void a_key_has_its_share_of_the_readers_and_hundreds_can_wait() {
        Tenant tenant = stele().found("Crowd");
        List<LiveEvents> open = new ArrayList<>();
        try {
            for (String key : List.of(tenant.zavu(), tenant.kapso(), tenant.chirpAdmin(), tenant.chirpApp())) {
                for (int i = 0; i < 50; i++) {
                    LiveEvents live = open("", key, Map.of());
                    assertThat(live.status()).isEqualTo(200);
                    open.add(live);
                }
            }
            try (LiveEvents refused = open("", tenant.zavu(), Map.of())) {
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.headers().firstValue("retry-after")).contains("5");
            }
            write(tenant);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> open.stream().allMatch(live -> live.events().size() >= 3));
        } finally {
            open.forEach(LiveEvents::close);
        }
        await().until(() -> {
            try (LiveEvents again = open("", tenant.zavu(), Map.of())) {
                return again.status() == 200;
            }
        });
    }

    @Test
    void a_client_that_is_slow_gets_all_of_it_in_the_end() throws IOException {
        Tenant tenant = stele().found("Long");
        fill(tenant, 4_000);
        await().atMost(Duration.ofSeconds(30)).until(() -> last(tenant) >= 4_000);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress("localhost", stele().url().getPort()));
            socket.getOutputStream()
                    .write(("GET /events?after=0 HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: Bearer "
                                    + tenant.zavu() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            // Others are served while it takes nothing.
            String customer = stele().customerInConversation();
            try (LiveEvents live = live(tenant())) {
                delay(customer, live);
            }

            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            long seen = 0;
            while (seen < 4_000) {
                String line = lines.readLine();
                if (line.startsWith("id: ") && !line.equals("id: 0")) {
                    assertThat(line).isEqualTo("id: " + ++seen);
                }
            }
        }
    }

    /** Writes so many events of two kilobytes each. */
    private void fill(Tenant tenant, int many) {
        Scope scope = stele().server()
                .context()
                .getBean(ApiKeys.class)
                .owner(new ApiKey(tenant.zavu()).hash())
                .orElseThrow()
                .scope();
        TemplateReport report = new TemplateReport(
                "waba", "1", "welcome", "en", "REJECTED", null, null, null, "x".repeat(2_000), null, Json.Members.EMPTY);
        Events.Entry entry = new Events.Entry(scope, new TemplateChanged(report));
        stele().server().context().getBean(Database.class).write(session -> {
            Events.append(session, Collections.nCopies(many, entry), Instant.now());
            return many;
        });
    }
}
