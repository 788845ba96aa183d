package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.RegisteredMedia;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files: up, down and away. */
class MediaTest {

    private static final String BOUNDARY = "----boundary-7";
    private static final byte[] PICTURE = {
        (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', '\r', '\n', '-', '-', 0, (byte) 0xff
    };

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open(Shop.stub().number("208745502", "31500043", "+15550100043", "other-token"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void reset() {
        shop.control.reset();
    }

    @Test
    void givesBackWhatWasUploaded() throws Exception {
        String id = upload("image/png", PICTURE);

        HttpResponse<String> shown = shop.get("/v23.0/" + id + "?phone_number_id=" + Shop.NUMBER);

        assertThat(shown.body())
                .contains(
                        "\"messaging_product\":\"whatsapp\"",
                        "\"mime_type\":\"image/png\"",
                        "\"sha256\":\"" + HexFormat.of().formatHex(sha256(PICTURE)) + "\"",
                        "\"file_size\":\"" + PICTURE.length + "\"",
                        "\"id\":\"" + id + "\"");
        assertThat(shop.bytes(shop.request(url(shown)).GET())).isEqualTo(PICTURE);
    }

    @Test
    void sendsAnUploadedFile() {
        String id = upload("image/png", PICTURE);

        assertThat(shop.send(message("image", id)).statusCode()).isEqualTo(200);
        assertThat(shop.send(message("video", id)).body()).contains("\"code\":131053,");
        assertThat(shop.send(message("document", id)).statusCode()).isEqualTo(200);
    }

    static Stream<Arguments> badForms() {
        byte[] large = new byte[500 * 1024 + 1];
        return Stream.of(
                Arguments.of(form(null, "image/png", PICTURE, ""), "The parameter messaging_product is required."),
                Arguments.of(form("sms", "image/png", PICTURE, ""), "messaging_product must be one of {WHATSAPP}"),
                Arguments.of(form("whatsapp", null, null, ""), "The parameter file is required."),
                Arguments.of(form("whatsapp", "image/gif", PICTURE, ""), "Received file of type 'image/gif'."),
                Arguments.of(form("whatsapp", "application/octet-stream", PICTURE, ""), "Received file of type "
                        + "'application/octet-stream'."),
                Arguments.of(form("whatsapp", "image/webp", large, ""), "\"code\":131053,"),
                Arguments.of(form("whatsapp", "image/png", new byte[0], ""), "\"code\":131053,"),
                Arguments.of(form("whatsapp", "image/png", PICTURE, part("caption", "x")), "Unexpected key \\\"caption\\\""));
    }

    @ParameterizedTest
    @MethodSource("badForms")
    void refusesAnUpload(byte[] form, String words) {
        HttpResponse<String> response = send(form);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(words);
    }

    @Test
    void asksTheFieldForTheTypeWhenTheFileHasNone() {
        String id = id(send(form("whatsapp", null, PICTURE, part("type", "audio/ogg; codecs=opus"))));

        assertThat(shop.get("/v23.0/" + id).body()).contains("\"mime_type\":\"audio/ogg; codecs=opus\"");
    }

    @Test
    void downloadsWithTheTokenOnly() {
        String url = url(shop.get("/v23.0/" + upload("image/png", PICTURE)));

        assertThat(shop.exchange(shop.bare(url).GET()).statusCode()).isEqualTo(401);
        assertThat(shop.exchange(shop.bare(url).header("Authorization", "Bearer other-token").GET()).statusCode())
                .isEqualTo(400);
        assertThat(shop.get(url.replace("hash=", "hash=0")).statusCode()).isEqualTo(404);
        assertThat(shop.get(url).statusCode()).isEqualTo(200);
    }

    @Test
    void letsAnAddressGrowOld() {
        shop.control.mediaUrlLifetime(Duration.ofMillis(1));
        String url = url(shop.get("/v23.0/" + upload("image/png", PICTURE)));

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> shop.get(url).statusCode() == 404);
    }

    @Test
    void keepsAFileToItsNumber() {
        String id = upload("image/png", PICTURE);

        assertThat(shop.get("/v23.0/" + id + "?phone_number_id=208745502").body()).contains("\"error_subcode\":33");
        assertThat(shop.exchange(shop.bare("/v23.0/" + id).header("Authorization", "Bearer other-token").GET()).body())
                .contains("\"error_subcode\":33");
    }

    @Test
    void deletesAFile() {
        String id = upload("image/png", PICTURE);

        assertThat(shop.exchange(shop.request("/v23.0/" + id).DELETE()).body()).isEqualTo("{\"success\":true}");
        assertThat(shop.get("/v23.0/" + id).statusCode()).isEqualTo(400);
        assertThat(shop.send(message("image", id)).body()).contains("media attachment ID");
    }

    @Test
    void hasWhatACustomerSent() throws Exception {
        RegisteredMedia media = shop.control.media(Shop.NUMBER, "audio/ogg; codecs=opus", PICTURE);

        assertThat(media.mimeType()).isEqualTo("audio/ogg; codecs=opus");
        assertThat(Base64.getDecoder().decode(media.sha256())).isEqualTo(sha256(PICTURE));
        assertThat(shop.bytes(shop.request(media.url()).GET())).isEqualTo(PICTURE);
        assertThat(shop.get("/v23.0/" + media.id()).body()).contains("\"file_size\":\"14\"");
    }

    @Test
    void recordsAnUploadWithoutItsBytes() {
        String id = upload("image/png", PICTURE);

        assertThat(shop.control.ledger())
                .filteredOn(line -> line.endpoint().equals("upload"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.members().text("media")).isEqualTo(id);
                    assertThat(line.body()).isNull();
                    assertThat(line.members().number("body_bytes", 0)).isGreaterThan(PICTURE.length);
                });
        assertThat(shop.control.accepted()).extracting(LedgerLine::index).isEmpty();
    }

    private static String upload(String type, byte[] content) {
        return id(send(form("whatsapp", type, content, "")));
    }

    private static HttpResponse<String> send(byte[] form) {
        return shop.exchange(shop.request("/v23.0/" + Shop.NUMBER + "/media")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form)));
    }

    private static String id(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().replaceAll("[^0-9]", "");
    }

    private static String url(HttpResponse<String> shown) {
        String body = shown.body();
        int start = body.indexOf("\"url\":\"") + 7;
        return body.substring(start, body.indexOf('"', start));
    }

    private static byte[] form(@Nullable String product, @Nullable String type, byte @Nullable [] file, String further) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        if (product != null) {
            form.writeBytes(part("messaging_product", product).getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(further.getBytes(StandardCharsets.UTF_8));
        if (file != null) {
            form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"blob\"\r\n"
                            + (type == null ? "" : "Content-Type: " + type + "\r\n") + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            form.writeBytes(file);
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String message(String type, String id) {
        return "{'messaging_product':'whatsapp','to':'15550100777','type':'" + type + "','" + type + "':{'id':'" + id + "'}}";
    }

    private static byte[] sha256(byte[] content) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(content);
    }
}
