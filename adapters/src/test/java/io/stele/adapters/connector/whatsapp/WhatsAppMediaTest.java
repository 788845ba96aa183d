package io.stele.adapters.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.stele.core.delivery.Connector.MediaSource.Fetch;
import io.stele.core.delivery.Connector.MediaSource.Wanted;
import io.stele.core.message.Failure;
import io.stele.core.message.MediaKind;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.fault.Fault.Ending;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching files that people sent. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WhatsAppMediaTest {

    private static final long MOST = 1_000_000;
    private static final Fetch LATER = new Fetch.Unavailable(Duration.ofSeconds(1));

    private static Meta meta;

    private final byte[] file = new byte[100_000];
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private String id = "";

    @BeforeAll
    static void open() {
        meta = Meta.open();
    }

    @AfterAll
    static void close() {
        meta.close();
    }

    @BeforeEach
    void receiveAFile() {
        meta.reset();
        new Random(1).nextBytes(file);
        id = meta.control.media(Meta.NUMBER, "audio/ogg; codecs=opus", file).id();
    }

    @Test
    void handsTheFileOnAndSaysWhatItIs() throws Exception {
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));

        assertThat(fetch(id, MOST)).isEqualTo(new Fetch.Fetched("audio/ogg; codecs=opus", file.length, sha256, null));

        assertThat(taken.toByteArray()).isEqualTo(file);
        assertThat(meta.control.ledger())
                .filteredOn(line -> line.kind().equals("request"))
                .extracting(LedgerLine::endpoint, LedgerLine::token)
                .containsExactly(
                        tuple("media", "right"),
                        tuple("download", "right"));
    }

    @Test
    void takesAFileOfTheLargestSize() throws IOException {
        assertThat(fetch(id, file.length)).isInstanceOf(Fetch.Fetched.class);
    }

    @Test
    void takesNoLargerFile() throws IOException {
        assertThat(fetch(id, file.length - 1)).isEqualTo(new Fetch.TooLarge());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "../" + Meta.NUMBER, "a/b", "", "1?fields=url"})
    void findsNoFileByAnotherId(String other) throws IOException {
        assertThat(fetch(other, MOST)).isEqualTo(new Fetch.Gone());
        assertThat(taken.size()).isZero();
    }

    @Test
    void findsNoFileOfAnotherNumber() throws IOException {
        meta.control.number("208745507", Meta.ACCOUNT, "+15550100047", Meta.TOKEN);
        String others = meta.control.media("208745507", "image/png", file).id();

        assertThat(fetch(others, MOST)).isEqualTo(new Fetch.Gone());
    }

    @Test
    void asksAgainLaterWhenTheAddressIsOldAlready() throws IOException {
        meta.control.mediaUrlLifetime(Duration.ofMillis(-1));

        assertThat(fetch(id, MOST)).isEqualTo(LATER);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.error(400, 80007, "Rate limit", "x").on("media").with("Retry-After", "8"), later(8)),
                Arguments.of(Fault.error(500, 131000, "Something went wrong", "x").on("media"), LATER),
                Arguments.of(Fault.error(401, 190, "Expired", "Renew").on("media"), refused("190", "Expired", "Renew")),
                Arguments.of(Fault.of(Ending.EMPTY).on("media"), LATER),
                Arguments.of(Fault.of(Ending.CLOSED).on("media"), LATER),
                Arguments.of(Fault.page(404).on("download"), LATER),
                Arguments.of(Fault.page(429).on("download"), LATER),
                Arguments.of(Fault.page(503).on("download"), LATER),
                Arguments.of(
                        Fault.page(403).on("download"),
                        refused("HTTP_403", "The provider does not give the file", "HTTP status 403")),
                Arguments.of(
                        Fault.page(302).on("download"),
                        refused("HTTP_302", "The provider does not give the file", "HTTP status 302")),
                Arguments.of(Fault.of(Ending.RESET).on("download"), LATER),
                Arguments.of(Fault.of(Ending.HALF).on("download"), LATER),
                Arguments.of(Fault.of(Ending.TOO_SHORT).on("download"), LATER),
                // half of the file, and the right length for that: only the hash tells
                Arguments.of(Fault.of(Ending.MALFORMED).on("download"), LATER),
                Arguments.of(Fault.page(200).on("download"), LATER));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhyThereIsNoFile(Fault fault, Fetch result) throws IOException {
        meta.control.add(fault);

        assertThat(fetch(id, MOST)).isEqualTo(result);
        assertThat(meta.control.faultsLeft()).isZero();
        assertThat(fetch(id, MOST)).as("the next time").isInstanceOf(Fetch.Fetched.class);
    }

    @Test
    void endsWhenTheSinkCannotTakeMore() {
        assertThatThrownBy(() -> meta.connector.fetch(meta.endpoint, wanted(id), MOST, (_, _, _) -> {
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");
    }

    @Test
    void fetchesNothingWithoutAToken() throws IOException {
        meta.settings.remove(WhatsAppSettings.ACCESS_TOKEN);

        assertThat(fetch(id, MOST)).isEqualTo(new Fetch.Refused(GraphClient.NOT_CONNECTED));
    }

    private Fetch fetch(String mediaId, long most) throws IOException {
        taken.reset();
        return meta.connector.fetch(meta.endpoint, wanted(mediaId), most, taken::write);
    }

    private static Wanted wanted(String mediaId) {
        return new Wanted(mediaId, MediaKind.AUDIO, null);
    }

    private static Fetch later(long seconds) {
        return new Fetch.Unavailable(Duration.ofSeconds(seconds));
    }

    private static Fetch refused(String code, String title, String details) {
        return new Fetch.Refused(new Failure(code, title, details));
    }
}
