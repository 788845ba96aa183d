package io.stele.adapters.webhook.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.adapters.http.AddressGuard;
import io.stele.adapters.http.Cidr;
import io.stele.adapters.http.NameLookup;
import io.stele.adapters.http.ScriptedServer;
import io.stele.adapters.http.UrlFault;
import io.stele.core.project.ProjectId;
import io.stele.core.webhook.WebhookTransport.Answer;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.net.ServerSocketFactory;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Webhooks that would make Stele call where only Stele can. A listener on every address of this machine proves that nobody calls; the resolver of
 * these tests answers every name with this machine, so that whatever passes as a name would arrive there too.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileUrlsTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final NameLookup ALL_LEAD_HERE =
            _ -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));
    private static final AddressGuard ONE = guard("127.0.0.1/32");

    private static ScriptedServer listener;

    @BeforeAll
    static void listen() {
        listener = everywhere();
    }

    @AfterAll
    static void stop() {
        listener.close();
    }

    /** Otherwise none of these tests would prove anything. */
    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:%d/", "https://127.0.0.2:%d/", "https://name.example:%d/"})
    void theListenerHearsWhatGetsThrough(String url) {
        try (ScriptedServer everywhere = everywhere();
                HttpWebhookTransport transport = transport(guard("127.0.0.0/8"), ALL_LEAD_HERE)) {
            post(transport, url.formatted(everywhere.port()));

            assertThat(everywhere.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused-urls.csv", delimiter = '|', quoteCharacter = '`', encoding = "UTF-8")
    void isRefusedWhenItIsMadeAndNeverCalled(String url, UrlFault fault) {
        String target = url.replace("PORT", "" + listener.port());

        assertThat(new WebhookUrls(AddressGuard.PUBLIC_ONLY).check(target)).contains(fault);
        assertNotCalled(target, "the URL is not allowed (" + fault + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localtest.example:PORT/",
                "https://127.0.0.1.nip.example:PORT/",
                "https://127-0-0-1.sslip.example:PORT/",
                "https://7f000001.rebind.example:PORT/",
                "https://0x7f000001.example:PORT/",
                "https://metadata.google.internal:PORT/computeMetadata/v1/",
                "https://metadata:PORT/",
                "https://instance-data:PORT/latest/meta-data/",
                "https://localhost.localdomain:PORT/",
                "https://localhost6:PORT/",
                "https://ip6-localhost:PORT/",
                "https://ip6-loopback:PORT/",
                "https://loopback:PORT/",
                "https://broadcasthost:PORT/",
                "https://host.docker.internal:PORT/",
                "https://kubernetes.default.svc:PORT/",
                "https://db:PORT/",
                "https://localhost.example:PORT/",
                "https://xn--lcalhost-n4a.example:PORT/",
                "https://l\u00F6calhost:PORT/",
                "https://\u043Bocalhost:PORT/",
                "https://receiver.example:PORT/\u3002\u3002/",
                "https://receiver.example:PORT/?url=https://127.0.0.1/"
            })
    void aNameThatLeadsInwardPassesAsAUrlAndIsNeverCalled(String url) {
        String target = url.replace("PORT", "" + listener.port());

        assertThat(new WebhookUrls(AddressGuard.PUBLIC_ONLY).check(target)).isEmpty();
        assertNotCalled(target, "the address is not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.31.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254",
                "168.63.129.16", "192.0.0.192", "224.0.0.1", "255.255.255.255", "::1", "::", "::ffff:127.0.0.1", "::127.0.0.1",
                "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::", "fe80::1", "fd00:ec2::254", "ff02::1"
            })
    void aNameIsNotCalledAtAnAddressThatIsNotPublic(String address) {
        try (HttpWebhookTransport transport =
                transport(AddressGuard.PUBLIC_ONLY, _ -> List.of(InetAddress.ofLiteral(address)))) {
            assertThat(post(transport, "https://inward.example:" + listener.port() + "/").error())
                    .isEqualTo("the address is not allowed");
        }
        assertThat(listener.connections()).isZero();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused-urls.csv", delimiter = '|', quoteCharacter = '`', encoding = "UTF-8")
    void aRedirectThereIsNotFollowed(String url) {
        String target = new String(
                url.replace("PORT", "" + listener.port()).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (ScriptedServer receiver = new ScriptedServer(peer -> {
                    peer.head();
                    peer.body(2);
                    peer.write("HTTP/1.1 307 X\r\nLocation: " + target + "\r\nRefresh: 0; url=" + target
                            + "\r\nContent-Length: 0\r\n\r\n");
                });
                HttpWebhookTransport transport = transport(ONE, ALL_LEAD_HERE)) {
            assertThat(post(transport, receiver.url("/")).status()).isEqualTo(307);
        }
        assertThat(listener.connections()).isZero();
    }

    @Test
    void theAddressThatIsCalledIsTheOneThatWasLookedAt() {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2", "127.0.0.1"));
        NameLookup rebinding = _ -> List.of(InetAddress.ofLiteral(answers.remove()));
        try (ScriptedServer outside = answering("127.0.0.1", 0);
                ScriptedServer inside = answering("127.0.0.2", outside.port());
                HttpWebhookTransport transport = transport(ONE, rebinding)) {
            String url = "http://rebinding.example:" + outside.port() + "/";

            assertThat(new WebhookUrls(ONE).check(url)).isEmpty();
            assertThat(post(transport, url).status()).isEqualTo(204);
            assertThat(post(transport, url).error()).isEqualTo("the address is not allowed");
            assertThat(post(transport, url).status()).isEqualTo(204);
            assertThat(answers).as("one look-up for each call").isEmpty();
            assertThat(outside.connections()).isEqualTo(2);
            assertThat(inside.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2 127.0.0.1", "127.0.0.1 127.0.0.2", "::1 127.0.0.2 10.0.0.1 127.0.0.1"})
    void ofManyAddressesOnlyThePermittedAreCalled(String addresses) {
        NameLookup mixed =
                _ -> Arrays.stream(addresses.split(" ")).map(InetAddress::ofLiteral).toList();
        try (ScriptedServer outside = answering("127.0.0.1", 0);
                ScriptedServer inside = answering("127.0.0.2", outside.port());
                HttpWebhookTransport transport = transport(ONE, mixed)) {
            assertThat(post(transport, "http://mixed.example:" + outside.port() + "/").status()).isEqualTo(204);
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void anUnencryptedCallGoesOnlyToWhereTheOperatorAllows() {
        WebhookUrls urls = new WebhookUrls(ONE);

        assertThat(urls.check("http://127.0.0.1/")).isEmpty();
        assertThat(urls.check("http://localhost/")).isEmpty();
        assertThat(urls.check("http://8.8.8.8/")).contains(UrlFault.UNENCRYPTED);
        assertThat(urls.check("http://10.0.0.1/")).contains(UrlFault.ADDRESS);
        assertThat(new WebhookUrls(AddressGuard.PUBLIC_ONLY).check("http://receiver.example/"))
                .contains(UrlFault.UNENCRYPTED);
        try (HttpWebhookTransport transport = transport(ONE, _ -> List.of(InetAddress.ofLiteral("8.8.8.8")))) {
            assertThat(post(transport, "http://public.example:" + listener.port() + "/").error())
                    .isEqualTo("the address is not allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://receiver.example/hook", "https://receiver.example:8443/hook?token=a", "https://8.8.8.8/"})
    void aUrlOfThePublicInternetMayBeUsed(String url) {
        assertThat(new WebhookUrls(AddressGuard.PUBLIC_ONLY).check(url)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://receiver.example/        | must begin with https://, except to the networks that this server allows
                    https://user@receiver.example/  | must not hold a user name or a password
                    https://2130706433/             | must write an IPv4 address as four decimal numbers
                    https://10.0.0.1/               | must not lead to a private or reserved address
                    https://receiver.example/#top   | must not have a fragment
                    ftp://receiver.example/         | must begin with https://
                    receiver.example                | must be a complete and valid URL
                    """)
    void theFaultIsNamed(String url, String reason) {
        assertThat(new WebhookUrls(AddressGuard.PUBLIC_ONLY).check(url)).map(UrlFault::reason).contains(reason);
    }

    private static void assertNotCalled(String url, String error) {
        try (HttpWebhookTransport transport = transport(AddressGuard.PUBLIC_ONLY, ALL_LEAD_HERE)) {
            Answer answer = post(transport, url);

            assertThat(answer.status()).isNull();
            assertThat(answer.error()).isEqualTo(error);
        }
        assertThat(listener.connections()).isZero();
    }

    private static Answer post(HttpWebhookTransport transport, String url) {
        return transport.post(new ProjectId(new UUID(0, 1)), url, Map.of(), "{}".getBytes(StandardCharsets.UTF_8), PATIENT);
    }

    private static HttpWebhookTransport transport(AddressGuard guard, NameLookup lookup) {
        return new HttpWebhookTransport(guard, lookup, SSLContexts.createDefault(), InstantSource.system());
    }

    private static AddressGuard guard(String allowed) {
        return new AddressGuard(List.of(Cidr.parse(allowed).orElseThrow()));
    }

    /** A listener on every address of this machine, which closes each connection at once. */
    private static ScriptedServer everywhere() {
        try {
            return new ScriptedServer("::", 0, ServerSocketFactory.getDefault(), _ -> {});
        } catch (UncheckedIOException e) {
            // no IPv6 here
            return new ScriptedServer("0.0.0.0", 0, ServerSocketFactory.getDefault(), _ -> {});
        }
    }

    private static ScriptedServer answering(String address, int port) {
        return new ScriptedServer(address, port, ServerSocketFactory.getDefault(), peer -> {
            peer.head();
            peer.body(2);
            peer.write("HTTP/1.1 204 X\r\nConnection: close\r\n\r\n");
        });
    }
}
