package io.stele.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import io.stele.server.Answer;
import io.stele.server.RunningStele;
import io.stele.server.SteleServerTest;
import io.stele.server.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that a person sends is had by the links that every API shows. On a whole server, from the sandbox. */
abstract class MediaTest extends SteleServerTest {

    private static final String PROXY = "/meta/whatsapp/v24.0/";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void closeClient() {
        client.close();
    }

    private static String newId() {
        return "9" + RunningStele.newCustomer().substring(4);
    }

    /** A person sends a picture; the message's id in Zavu's form. */
    private String picture(Tenant to, String id) {
        return stele().writeIn(
                RunningStele.newCustomer(),
                to,
                "{\"type\":\"image\",\"image\":{\"id\":\"%s\",\"mime_type\":\"image/png\",\"caption\":\"Look\"}}".formatted(id));
    }

    private Answer zavu(String message) {
        return http().get("/v1/messages/" + message, tenant().zavu());
    }

    private Answer kapso(String path) {
        return http().send("GET", path, Map.of("X-API-Key", tenant().kapso()), null);
    }

    private Answer resource(String id) {
        return kapso(PROXY + id + "?phone_number_id=" + tenant().phoneNumberId());
    }

    private String link() {
        return zavu(picture(tenant(), newId())).string("message", "content", "mediaUrl");
    }

    private HttpResponse<byte[]> fetch(String url, String... headers) {
        return ask("GET", url, headers);
    }

    private HttpResponse<byte[]> ask(String method, String url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void theLinkIsGoodFromTheFirstMoment() throws Exception {
        HttpResponse<byte[]> file = fetch(link());

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith(PNG);
        assertThat(header(file, "Content-Type")).isEqualTo("image/png");
        assertThat(header(file, "Content-Length")).isEqualTo(Integer.toString(file.body().length));
        assertThat(header(file, "Content-Disposition")).startsWith("inline; filename=");
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "ETag")).isEqualTo("\"" + sha256(file.body()) + "\"");
        assertThat(header(file, "Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void everyApiShowsALinkToTheSameFile() {
        String id = newId();
        String message = picture(tenant(), id);
        byte[] file = fetch(zavu(message).string("message", "content", "mediaUrl")).body();

        Answer proxy = kapso(PROXY + tenant().phoneNumberId() + "/messages?limit=1");
        JsonNode shown = proxy.at("data", 0);
        Answer platform = kapso("/platform/v1/whatsapp/messages/" + shown.get("id").getStringValue());
        Answer chirp = http().get("/v1/organization/whatsapp/messages", tenant().chirpAdmin());

        assertThat(proxy.string("data", 0, "image", "id")).isEqualTo(id);
        assertThat(Stream.of(
                        proxy.string("data", 0, "image", "link"),
                        proxy.string("data", 0, "kapso", "media_url"),
                        proxy.string("data", 0, "kapso", "media_data", "url"),
                        platform.string("data", "kapso", "media_url"),
                        chirp.string("messages", 0, "mediaUrl")))
                .allSatisfy(link -> assertThat(fetch(link).body()).isEqualTo(file));
        assertThat(platform.at("data", "kapso", "media_data", "byte_size").getLongValue()).isEqualTo(file.length);
        assertThat(platform.string("data", "kapso", "media_data", "content_type")).isEqualTo("image/png");
        assertThat(chirp.at("messages", 0, "mediaFileSize").getLongValue()).isEqualTo(file.length);
        assertThat(proxy.string("data", 0, "kapso", "content"))
                .contains("URL: " + stele().url() + "/media/");
    }

    @Test
    void kapsoTellsOfAFileAndHandsItOut() throws Exception {
        String id = newId();
        picture(tenant(), id);

        Answer told = resource(id);
        HttpResponse<byte[]> file = fetch(told.string("download_url"));

        assertThat(told.status()).as(told.text()).isEqualTo(200);
        assertThat(told.string("messaging_product")).isEqualTo("whatsapp");
        assertThat(told.string("id")).isEqualTo(id);
        assertThat(told.string("mime_type")).isEqualTo("image/png");
        assertThat(told.string("sha256")).isEqualTo(sha256(file.body()));
        assertThat(told.string("file_size")).isEqualTo(Integer.toString(file.body().length));
        assertThat(Instant.parse(told.string("download_url_expires_at")))
                .isBetween(Instant.now().plusSeconds(200), Instant.now().plusSeconds(241));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "Content-Disposition")).isEqualTo("inline; filename=\"" + id + "\"");
        assertThat(header(file, "Cache-Control")).isEqualTo("private, max-age=240");
        assertThat(fetch(told.string("url")).body()).isEqualTo(file.body());
    }

    @Test
    void kapsoFindsNoFileOfAnother() {
        String id = newId();
        picture(stele().other(), id);

        assertThat(resource(id).status()).isEqualTo(404);
        assertThat(resource(newId()).status()).isEqualTo(404);
        assertThat(kapso(PROXY + id + "?phone_number_id=" + stele().other().phoneNumberId()).status()).isEqualTo(404);
        assertThat(kapso(PROXY + id).status()).isEqualTo(400);
    }

    @Test
    void chirpTellsOfAFile() throws Exception {
        String id = newId();
        picture(tenant(), id);

        Answer told = http().get("/v1/media/" + id, tenant().chirpApp());
        byte[] file = fetch(told.string("url")).body();
        Answer later = http().get("/v1/media/" + told.string("id"), tenant().chirpApp());

        assertThat(told.string("id")).startsWith("med_").hasSize(31);
        assertThat(later.string("sha256")).isEqualTo(sha256(file));
        assertThat(later.at("fileSize").getLongValue()).isEqualTo(file.length);
        assertThat(later.string("mimeType")).isEqualTo("image/png");
        assertThat(Instant.parse(later.string("expiresAt")))
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3601));
        assertThat(http().get("/v1/media/media_" + told.string("id").substring(4), tenant().chirpApp()).status())
                .isEqualTo(200);
    }

    @Test
    void chirpFindsNoFileOfAnother() {
        String id = newId();
        picture(tenant(), id);
        String known = http().get("/v1/media/" + id, tenant().chirpApp()).string("id");

        for (String name : new String[] {id, known}) {
            assertThat(http().get("/v1/media/" + name, stele().other().chirpApp()).status()).isEqualTo(404);
            assertThat(http().get("/v1/media/" + name, tenant().chirpTest()).status()).isEqualTo(404);
        }
    }

    @Test
    void aLinkThatCameWithTheMessageStays() {
        String message = stele().writeIn(
                RunningStele.newCustomer(),
                tenant(),
                "{\"type\":\"image\",\"image\":{\"id\":\"%s\",\"link\":\"https://cdn.example/a.png\"}}".formatted(newId()));

        assertThat(zavu(message).string("message", "content", "mediaUrl")).isEqualTo("https://cdn.example/a.png");
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("video", "video/mp4", "inline"),
                Arguments.of("audio", "audio/wav", "inline"),
                Arguments.of("sticker", "image/webp", "inline"),
                Arguments.of("document", "application/pdf", "attachment"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindOfFileIsWhatItIsCalled(String type, String mimeType, String disposition) {
        String message = stele().writeIn(
                RunningStele.newCustomer(),
                tenant(),
                "{\"type\":\"%s\",\"%s\":{\"id\":\"%s\"}}".formatted(type, type, newId()));

        HttpResponse<byte[]> file = fetch(zavu(message).string("message", "content", "mediaUrl"));

        assertThat(header(file, "Content-Type")).isEqualTo(mimeType);
        assertThat(header(file, "Content-Disposition")).startsWith(disposition + ";");
    }

    @Test
    void whatTheProviderDoesNotHaveIsGone() {
        String id = "gone" + newId();
        String message = picture(tenant(), id);

        assertThat(resource(id).status()).isEqualTo(404);
        assertThat(http().get("/v1/media/" + id, tenant().chirpApp()).status()).isEqualTo(404);
        assertThat(zavu(message).at("message", "content", "mediaUrl").isNull()).isTrue();
        assertThat(zavu(message).string("message", "content", "mediaId")).isEqualTo(id);
    }

    @Test
    void aLinkThatWasTamperedWithLeadsNowhere() {
        String link = link();
        int begin = link.indexOf("/media/") + 7;
        for (int at = begin; at < link.length() - 1; at += 7) {
            char other = link.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(fetch(link.substring(0, at) + other + link.substring(at + 1)).statusCode()).isEqualTo(404);
        }
        assertThat(fetch(link.substring(0, link.length() - 4)).statusCode()).isEqualTo(404);
        assertThat(fetch(stele().url() + "/media/x").statusCode()).isEqualTo(404);
        assertThat(fetch(stele().url() + "/meta/whatsapp/media_download?token=x").statusCode()).isEqualTo(404);
        assertThat(fetch(stele().url() + "/meta/whatsapp/media_download").statusCode()).isEqualTo(404);
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                Arguments.of("bytes=0-3", 206, 0, 4),
                Arguments.of("bytes=1-1", 206, 1, 2),
                Arguments.of("bytes=4-", 206, 4, -1),
                Arguments.of("bytes=-5", 206, -5, -1),
                Arguments.of("bytes=2-99999999", 206, 2, -1),
                Arguments.of("bytes=0-1,4-5", 200, 0, -1),
                Arguments.of("bytes=5-2", 200, 0, -1),
                Arguments.of("pages=1-2", 200, 0, -1));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void aPartIsHandedOut(String range, int status, int from, int to) {
        String link = link();
        byte[] whole = fetch(link).body();
        int first = from < 0 ? whole.length + from : from;
        int end = to < 0 ? whole.length : to;

        HttpResponse<byte[]> part = fetch(link, "Range", range);

        assertThat(part.statusCode()).isEqualTo(status);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, first, end));
        assertThat(header(part, "Content-Range"))
                .isEqualTo(status == 206 ? "bytes " + first + "-" + (end - 1) + "/" + whole.length : "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=99999999-", "bytes=-0"})
    void aPartThatIsNotThereIsRefused(String range) {
        String link = link();
        int size = fetch(link).body().length;

        HttpResponse<byte[]> part = fetch(link, "Range", range);

        assertThat(part.statusCode()).isEqualTo(416);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes */" + size);
    }

    @Test
    void whoHasTheFileIsNotGivenItAgain() {
        String link = link();
        String tag = header(fetch(link), "ETag");

        assertThat(fetch(link, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(fetch(link, "If-None-Match", "\"x\", W/" + tag).statusCode()).isEqualTo(304);
        assertThat(fetch(link, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
        assertThat(fetch(link, "Range", "bytes=0-1", "If-Range", tag).statusCode()).isEqualTo(206);
        assertThat(fetch(link, "Range", "bytes=0-1", "If-Range", "\"x\"").statusCode()).isEqualTo(200);
    }

    @Test
    void theHeadIsHadAlone() {
        String link = link();
        HttpResponse<byte[]> whole = fetch(link);

        HttpResponse<byte[]> head = ask("HEAD", link);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "ETag", "Content-Disposition", "Accept-Ranges"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(whole, name)).isNotEmpty();
        }
        assertThat(header(ask("HEAD", link, "Range", "bytes=0-3"), "Content-Range")).startsWith("bytes 0-3/");
    }

    @Test
    void nothingElseIsDoneWithALink() {
        HttpResponse<byte[]> answer = ask("DELETE", link());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).contains("GET");
    }
}
