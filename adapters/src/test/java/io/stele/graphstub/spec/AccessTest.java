package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.graphstub.client.LedgerLine;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, paths, numbers and accounts. */
class AccessTest {

    private static final String OTHER = "208745502";

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open(Shop.stub().number(OTHER, "31500043", "+15550100043", "other-token"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void reset() {
        shop.control.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nobody", "Basic shop-token", "shop-token", "Bearer"})
    void letsNobodyInWithoutAToken(String authorization) {
        HttpResponse<String> response = shop.exchange(shop.bare("/v23.0/" + Shop.NUMBER + "/messages")
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Shop.text("15550100777", "a").replace('\'', '"'))));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("\"type\":\"OAuthException\",\"code\":190,");
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(shop.control.accepted()).isEmpty();
        assertThat(shop.control.refused()).singleElement().satisfies(line -> {
            assertThat(line.token()).isIn("absent", "wrong");
            assertThat(line.members().toString()).doesNotContain("nobody").doesNotContain("shop-token");
        });
    }

    @Test
    void writesNoTokenDown() {
        shop.sendText("a");

        assertThat(shop.control.ledger().toString()).doesNotContain(Shop.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER, "999"})
    void letsATokenInToItsOwnNumberOnly(String number) {
        HttpResponse<String> response = shop.post("/v23.0/" + number + "/messages", Shop.text("15550100777", "a"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("Unsupported post request. Object with ID '" + number + "' does not exist")
                .contains("\"type\":\"GraphMethodException\",\"code\":100,\"error_subcode\":33,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v23.0/" + Shop.NUMBER + "/faxes", "/" + Shop.NUMBER + "/messages", "/v23.0", "/v23.0/1/2/3"})
    void knowsNoOtherPath(String path) {
        HttpResponse<String> response = shop.post(path, "{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("Unknown path components").contains("\"code\":2500,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v17.0", "v23.0", "v24.0", "v100.12"})
    void takesAnyVersion(String version) {
        assertThat(shop.post("/" + version + "/" + Shop.NUMBER + "/messages", Shop.text("15550100777", "a")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"text/plain, 400", "application/x-www-form-urlencoded, 400", "application/json; charset=utf-8, "
            + "200", "Application/JSON, 200"})
    void readsParametersFromJsonOnly(String contentType, int status) {
        HttpResponse<String> response = shop.exchange(shop.request("/v23.0/" + Shop.NUMBER + "/messages")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(Shop.text("15550100777", "a").replace('\'', '"'))));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    }

    @Test
    void saysWhatANumberIs() {
        assertThat(shop.get("/v23.0/" + Shop.NUMBER).body())
                .contains(
                        "\"id\":\"" + Shop.NUMBER + "\"",
                        "\"display_phone_number\":\"+" + Shop.DIGITS + "\"",
                        "\"verified_name\":\"Example Shop\"",
                        "\"quality_rating\":\"GREEN\"");
    }

    @Test
    void saysOfANumberWhatIsAsked() {
        assertThat(shop.get("/v23.0/" + Shop.NUMBER + "?fields=quality_rating,name_status").body())
                .isEqualTo("{\"quality_rating\":\"GREEN\",\"name_status\":\"APPROVED\",\"id\":\"" + Shop.NUMBER + "\"}");
        assertThat(shop.get("/v23.0/" + Shop.NUMBER + "?fields=colour").body())
                .contains("(#100) Tried accessing nonexisting field (colour)");
    }

    @Test
    void changesWhatANumberSays() {
        shop.control.numberFields(OTHER, Map.of("quality_rating", "RED"));

        HttpResponse<String> response = shop.exchange(
                shop.bare("/v23.0/" + OTHER + "?fields=quality_rating").header("Authorization", "Bearer other-token").GET());
        assertThat(response.body()).contains("\"quality_rating\":\"RED\"");
    }

    @Test
    void takesFurtherNumbers() {
        shop.control.number("208745509", Shop.ACCOUNT, "+15550100049", Shop.TOKEN);

        assertThat(shop.post("/v23.0/208745509/messages", Shop.text("15550100777", "a")).statusCode()).isEqualTo(200);
    }

    @Test
    void listsTheNumbersOfAnAccountPageByPage() {
        shop.control.number("208745511", "31500077", "+15550100051", Shop.TOKEN);
        shop.control.number("208745512", "31500077", "+15550100052", Shop.TOKEN);
        String path = "/v23.0/31500077/phone_numbers?fields=display_phone_number&limit=1";

        String first = shop.get(path).body();
        String cursor = first.replaceAll(".*\"after\":\"([^\"]+)\".*", "$1");
        String second = shop.get(path + "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)).body();

        assertThat(first)
                .startsWith("{\"data\":[{\"display_phone_number\":\"+15550100051\",\"id\":\"208745511\"}]")
                .contains("\"next\":\"");
        assertThat(second)
                .startsWith("{\"data\":[{\"display_phone_number\":\"+15550100052\",\"id\":\"208745512\"}]")
                .doesNotContain("\"next\"");
        assertThat(shop.get(path + "&after=made-up").body()).contains("Invalid cursor.");
        assertThat(shop.get("/v23.0/31500043/phone_numbers").statusCode()).isEqualTo(400);
        assertThat(shop.control.ledger()).extracting(LedgerLine::endpoint).contains("numbers");
    }

    @Test
    void subscribesToAnAccount() {
        String path = "/v23.0/" + Shop.ACCOUNT + "/subscribed_apps";

        assertThat(shop.get(path).body()).isEqualTo("{\"data\":[]}");
        assertThat(shop.exchange(shop.request(path).POST(BodyPublishers.noBody())).body()).isEqualTo("{\"success\":true}");
        assertThat(shop.get(path).body()).contains("whatsapp_business_api_data");
        assertThat(shop.exchange(shop.request(path).DELETE()).body()).isEqualTo("{\"success\":true}");
        assertThat(shop.get(path).body()).isEqualTo("{\"data\":[]}");
        assertThat(shop.get("/v23.0/31500043/subscribed_apps").statusCode()).isEqualTo(400);
        assertThat(shop.control.ledger()).extracting(LedgerLine::endpoint).contains("subscription");
    }
}
