package io.stele.server.store.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.adapters.connector.whatsapp.WhatsAppConnector;
import io.stele.adapters.connector.whatsapp.WhatsAppSettings;
import io.stele.adapters.graph.GraphWriter;
import io.stele.adapters.http.AddressGuard;
import io.stele.adapters.http.Cidr;
import io.stele.adapters.http.OutboundHttp;
import io.stele.adapters.json.JsonTexts;
import io.stele.adapters.json.WireRecords;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.delivery.Connectors;
import io.stele.core.founding.Founder;
import io.stele.core.founding.ProjectStore;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.media.AskedMedia;
import io.stele.core.media.MediaFetch;
import io.stele.core.media.MediaFetches;
import io.stele.core.media.MediaName;
import io.stele.core.media.MediaQueue;
import io.stele.core.media.MediaState;
import io.stele.core.media.MediaStore;
import io.stele.core.media.ReceivedFile;
import io.stele.core.message.Context;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageId;
import io.stele.core.project.Mode;
import io.stele.core.project.Scope;
import io.stele.graphstub.client.GraphStubProcess;
import io.stele.graphstub.fault.Fault.Ending;
import io.stele.graphstub.fault.Fault;
import io.stele.server.store.StoreContract;
import io.stele.server.store.TestStore;
import io.stele.server.store.Together;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link MediaFetches} and {@link AskedMedia}: files on their way from Graph's stand-in, with all its faults, into the store. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class FetchingContract extends StoreContract {

    private static final String NUMBER = "208745501";
    private static final String TOKEN = "token-of-nobody";
    private static final long MOST = 2_000_000;

    private final OutboundHttp http = new OutboundHttp(
            new AddressGuard(List.of(Cidr.parse("127.0.0.0/8").orElseThrow())), OutboundHttp.CONNECTIONS_TO_A_PROVIDER);
    private final byte[] content = new byte[1_200_000];
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private GraphStubProcess stub;
    private MediaStore media;
    private MediaFetches fetches;
    private MediaFetches others;
    private AskedMedia asked;
    private Endpoint whatsApp;

    protected FetchingContract(Supplier<TestStore> opening) {
        super(opening);
        new Random(1).nextBytes(content);
    }

    @BeforeAll
    void startStub() {
        stub = GraphStubProcess.with().number(NUMBER, "31500042", "+1 555-010-0042", TOKEN).start();
    }

    @AfterAll
    void stopStub() {
        http.close();
        stub.close();
    }

    @BeforeEach
    void beginFetching() {
        stub.control().reset();
        faults.clear();
        Founder.Plan plan = tenant.founded().plan();
        Founder founder = new Founder(
                store.get(ProjectStore.class),
                store.get(KsuidGenerator.class),
                UUID::randomUUID,
                store.clock(),
                WhatsAppConnector.NAME);
        store.erase();
        Founder.Founded founded = founder.found(new Founder.Plan(
                "Bakery", plan.phoneNumber(), NUMBER, "31500042", plan.emailDomain(), plan.keys()));
        whatsApp = store.get(Directory.class).endpoints(new Scope(founded.project().id(), Mode.LIVE)).stream()
                .filter(endpoint -> endpoint.channel() == Channel.WHATSAPP)
                .findFirst()
                .orElseThrow();
        media = store.get(MediaStore.class);
        fetches = fetches();
        others = fetches();
        asked = new AskedMedia(media, fetches, Duration.ofSeconds(10), store.clock());
    }

    @AfterEach
    void end() {
        asked.close();
        fetches.close();
        others.close();
        assertThat(faults).isEmpty();
    }

    private MediaFetches fetches() {
        WhatsAppConnector connector = new WhatsAppConnector(
                _ -> Map.of(
                        WhatsAppSettings.URL, stub.root().toString(),
                        WhatsAppSettings.ACCESS_TOKEN, TOKEN),
                http,
                store.get(GraphWriter.class),
                store.get(WireRecords.class),
                store.get(JsonTexts.class),
                store.clock());
        MediaQueue queue = store.get(MediaQueue.class);
        MediaFetch fetch = new MediaFetch(
                queue,
                store.get(Directory.class),
                new Connectors(List.of(connector)),
                new MediaFetch.Limits(MOST, Duration.ofSeconds(80)),
                store.clock(),
                new Random(1));
        return new MediaFetches(queue, fetch, new MediaFetches.Limits(4, 4), store.clock(), faults::add);
    }

    private String offer(byte[] bytes) {
        return stub.control().media(NUMBER, "image/png", bytes).id();
    }

    private void receive(String id, String sha256) {
        store.get(InboundStore.class)
                .receive(
                        List.of(new InboundMessage(
                                whatsApp,
                                new PhoneNumber("+15550100777"),
                                Identity.UNKNOWN,
                                "message of " + id,
                                null,
                                Media.of(MediaKind.IMAGE, new MediaFile(id, null, null, sha256, null)),
                                Context.NONE,
                                null,
                                store.clock().instant(),
                                List.of())),
                        List.of(new MessageId(store.get(KsuidGenerator.class).next())),
                        store.clock().instant());
    }

    private ReceivedFile file(String id) {
        return media.files(whatsApp.scope(), List.of(new MediaName(whatsApp.id(), id))).getFirst();
    }

    private byte[] stored(String id) {
        ReceivedFile file = file(id);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Optional<byte[]> piece = media.piece(file, 0);
        for (int i = 1; piece.isPresent(); i++) {
            bytes.writeBytes(piece.get());
            piece = media.piece(file, i);
        }
        return bytes.toByteArray();
    }

    private void awaitState(String id, Class<? extends MediaState> state) {
        await().atMost(Duration.ofSeconds(30)).until(() -> state.isInstance(file(id).state()));
    }

    /** Until an attempt has failed and the next one waits for its time. */
    private void awaitRetry(String id) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> file(id).state() instanceof MediaState.Pending(var due, boolean underWay)
                        && !underWay
                        && due.isAfter(store.clock().instant()));
    }

    private long downloads() {
        return stub.control().ledger().stream()
                .filter(line -> "download".equals(line.endpoint()))
                .count();
    }

    @Test
    void aFileIsFetchedWhole() {
        String id = offer(content);
        receive(id, null);

        awaitState(id, MediaState.Stored.class);

        assertThat(stored(id)).isEqualTo(content);
        assertThat(file(id).facts().mimeType()).isEqualTo("image/png");
        assertThat(file(id).facts().size()).isEqualTo(content.length);
        assertThat(downloads()).isEqualTo(1);
    }

    @Test
    void howeverManyAskItIsFetchedOnce() {
        String id = offer(content);
        stub.control().add(Fault.late(Duration.ofMillis(300)).on("download"));
        receive(id, null);
        ReceivedFile known = file(id);

        List<Optional<ReceivedFile>> answers = Together.times(16, () -> asked.await(whatsApp.scope(), known.id()));

        assertThat(answers).allSatisfy(answer ->
                assertThat(answer.orElseThrow().state()).isInstanceOf(MediaState.Stored.class));
        assertThat(downloads()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"MALFORMED", "HALF", "TOO_SHORT", "CLOSED", "RESET"})
    void aDamagedFileIsFetchedAgain(Ending ending) {
        String id = offer(content);
        stub.control().add(Fault.of(ending).on("download"));
        receive(id, null);
        awaitRetry(id);
        assertThat(store.number("select count(*) from media_piece")).isZero();

        store.clock().advance(Duration.ofSeconds(2));

        awaitState(id, MediaState.Stored.class);
        assertThat(stored(id)).isEqualTo(content);
    }

    @Test
    void aFileThatIsNotAsTheMessageToldIsNotTaken() {
        String id = offer(content);
        receive(id, "ab".repeat(32));

        awaitRetry(id);

        assertThat(store.number("select count(*) from media_piece")).isZero();
        store.clock().advance(Duration.ofDays(8));
        awaitState(id, MediaState.Gone.class);
    }

    @Test
    void aFileThatHasNoEndIsNotTaken() {
        String id = offer(new byte[(int) MOST + 1]);
        receive(id, null);

        awaitState(id, MediaState.Gone.class);

        assertThat(store.number("select count(*) from media_piece")).isZero();
    }

    @Test
    void aFileThatTheProviderDoesNotHaveIsGone() {
        receive("404404", null);

        awaitState("404404", MediaState.Gone.class);
    }

    /** A byte in twenty milliseconds would take hours. */
    @Test
    void aSlowProviderKeepsNobodyWaitingForEver() {
        String slow = offer(content);
        stub.control().add(Fault.slow(Duration.ofMillis(20)).on("download"));
        receive(slow, null);
        await().atMost(Duration.ofSeconds(30)).until(() -> downloads() == 1);
        String quick = offer(content);
        receive(quick, null);
        AskedMedia hasty = new AskedMedia(media, fetches, Duration.ofMillis(200), store.clock());

        assertThat(hasty.await(whatsApp.scope(), file(slow).id()).orElseThrow().state())
                .isInstanceOfSatisfying(MediaState.Pending.class, pending -> assertThat(pending.underWay()).isTrue());
        awaitState(quick, MediaState.Stored.class);
    }

    @Test
    void whatTheProviderRefusesTodayItMayGiveTomorrow() {
        String id = offer(content);
        stub.control().add(Fault.error(401, 190, "Expired", "Renew").on("media"));
        receive(id, null);
        awaitRetry(id);

        store.clock().advance(Duration.ofSeconds(2));

        awaitState(id, MediaState.Stored.class);
    }

    @Test
    void whoStopsLeavesItToOthers() {
        String id = offer(content);
        stub.control().add(Fault.slow(Duration.ofMillis(20)).on("download"));
        others.close();
        receive(id, null);
        await().atMost(Duration.ofSeconds(30)).until(() -> downloads() == 1);

        fetches.close();

        assertThat(file(id).state()).isEqualTo(new MediaState.Pending(store.clock().instant(), false));
        others = fetches();
        awaitState(id, MediaState.Stored.class);
        assertThat(stored(id)).isEqualTo(content);
    }

    @Test
    void whatWaitsForItsNextTryIsAnsweredAtOnce() {
        String id = offer(content);
        stub.control().add(Fault.error(429, 4, "Limit", "x").with("Retry-After", "60").on("media"));
        receive(id, null);
        awaitRetry(id);

        assertThat(asked.await(whatsApp.scope(), file(id).id()).orElseThrow().state())
                .isInstanceOf(MediaState.Pending.class);
        assertThat(downloads()).isZero();
    }
}
