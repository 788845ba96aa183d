package io.stele.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What every API has in common, shown on a small one, with requests written byte by byte. */
class HttpCommonTest {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = ApplicationContext.run(
                EmbeddedServer.class,
                Map.of(
                        "echo", "true",
                        "micronaut.server.port", -1,
                        "micronaut.server.max-request-size", 100_000,
                        "micronaut.serde.serialization.inclusion", "ALWAYS",
                        "datasources.default.enabled", false,
                        "flyway.enabled", false));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    private static String send(String head, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return raw(head + "\r\nHost: localhost\r\nConnection: close\r\n"
                + (head.startsWith("POST") ? "Content-Length: " + bytes.length + "\r\n" : "")
                + "\r\n" + body);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final String AUTH = "\r\nAuthorization: Bearer " + EchoApi.KEY;
    private static final String JSON = AUTH + "\r\nContent-Type: application/json";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /echo/of/+4915112345     | +4915112345
                    /echo/of/%2B4915112345   | +4915112345
                    /echo/of/a%20b           | a b
                    /echo/of/a@b:c,d=e       | a@b:c,d=e
                    /echo/of/%zz             | %zz
                    /echo/of/a^b?x=%2        | a^b
                    /echo/greedy/wamid.A/b+c==  | wamid.A/b+c==
                    """)
    void a_path_variable_is_percent_decoded_and_never_form_decoded(String path, String id) throws IOException {
        assertThat(send("GET " + path + " HTTP/1.1" + AUTH, "")).contains("200 OK").contains("\"id\":\"" + id + "\"");
    }

    @Test
    void the_key_s_owner_is_given_to_the_controller() throws IOException {
        assertThat(send("GET /echo/me HTTP/1.1" + AUTH, "")).contains("\"kind\":\"ZAVU\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET  | /echo/me       | 401 | KeyMissing
                    GET  | /echo/nowhere  | 401 | KeyMissing
                    POST | /echo/exact    | 401 | KeyMissing
                    """)
    void without_a_key_nothing_is_told(String method, String path, int status, String why) throws IOException {
        assertThat(send(method + " " + path + " HTTP/1.1", "")).contains("HTTP/1.1 " + status).contains(why);
    }

    @Test
    void an_unknown_key_is_refused() throws IOException {
        assertThat(send("GET /echo/me HTTP/1.1\r\nAuthorization: Bearer nobody", ""))
                .contains("HTTP/1.1 401")
                .contains("KeyRefused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /echo/nowhere | 404 | UnknownPath
                    DELETE | /echo/me      | 405 | WrongMethod
                    PUT    | /echo/exact   | 405 | WrongMethod
                    GET    | /echo/fault   | 500 | Fault
                    GET    | /echo/no/%zz  | 404 | UnknownPath
                    GET    | /echo/no/{"^  | 404 | UnknownPath
                    """)
    void what_the_framework_refuses_comes_in_the_api_s_envelope(String method, String path, int status, String why)
            throws IOException {
        String answer = send(method + " " + path + " HTTP/1.1" + AUTH, "");
        assertThat(answer).contains("HTTP/1.1 " + status).contains(why).contains("application/json");
        assertThat(answer).doesNotContain("secret").doesNotContain("_links").doesNotContain("io.stele");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    GET     | /echo/me    | -    | 401 | KeyMissing
                    GET     | /echo/me    | key  | 200 | ZAVU
                    OPTIONS | /echo/me    | -    | 401 | KeyMissing
                    OPTIONS | /echo/me    | key  | 405 | WrongMethod
                    OPTIONS | /echo/no    | key  | 404 | UnknownPath
                    """)
    void a_page_of_a_foreign_origin_is_answered_like_anybody(
            String method, String path, @Nullable String key, int status, String why) throws IOException {
        String answer = send(
                method + " " + path + " HTTP/1.1" + (key == null ? "" : AUTH)
                        + "\r\nOrigin: https://page.example\r\nAccess-Control-Request-Method: GET",
                "");
        assertThat(answer).contains("HTTP/1.1 " + status).contains(why).contains("application/json");
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("access-control-allow");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"text":5}                          | field=text, reason=must be a string
                    {"text":{}}                         | field=text, reason=must be a string
                    {"flag":"true"}                     | field=flag, reason=must be true or false
                    {"count":1.5}                       | field=count, reason=must be a whole number
                    {"count":"1"}                       | field=count, reason=must be a whole number
                    {"count":99999999999999999999}      | field=count, reason=must be a whole number
                    {"count":1e999999999}               | field=count, reason=must be a whole number
                    {"unknown":1e99999999999999}        | BadBody
                    {"text":"a","unknown":[-1e-99999999999999]} | BadBody
                    {"count":3000000000}                | field=count, reason=must be a whole number
                    {"degrees":"1.5"}                   | field=degrees, reason=must be a number
                    {"inners":{}}                       | field=inners, reason=must be an array
                    {"inners":[{"title":"a"},{"title":[]}]} | field=inners[1].title, reason=must be a string
                    {"inners":["a"]}                    | field=inners[0], reason=must be an object
                    {"labels":{"a":1}}                  | field=labels.a, reason=must be a string
                    {"labels":[]}                       | field=labels, reason=must be an object
                    [1]                                 | BadBody
                    "text"                              | BadBody
                    null                                | BadBody
                    {"text":                            | BadBody
                    {"text":"a"}{                       | BadBody
                    {'text':'a'}                        | BadBody
                    nonsense                            | BadBody
                    ` `                                 | BadBody
                    """)
    void a_member_of_the_wrong_type_is_named(String body, String why) throws IOException {
        assertThat(send("POST /echo/exact HTTP/1.1" + JSON, body)).contains("HTTP/1.1 400").contains(why);
    }

    @Test
    void numbers_may_stand_for_text_where_the_api_says_so() throws IOException {
        assertThat(send("POST /echo/lenient HTTP/1.1" + JSON, "{\"text\":5,\"degrees\":\"52.5\",\"count\":\"3\"}"))
                .contains("HTTP/1.1 200")
                .contains("\"text\":\"5\"")
                .contains("\"degrees\":52.5")
                .contains("\"count\":3");
    }

    /** Reading so many digits takes time that grows with their square. */
    @Test
    void a_text_of_many_digits_is_no_number() throws IOException {
        String digits = "9".repeat(65);
        assertThat(send("POST /echo/lenient HTTP/1.1" + JSON, "{\"degrees\":\"" + digits + "\"}"))
                .contains("HTTP/1.1 400")
                .contains("field=degrees, reason=must be a number");
    }

    @Test
    void unknown_members_are_ignored_and_null_is_absent() throws IOException {
        assertThat(send("POST /echo/exact HTTP/1.1" + JSON, "{\"other\":{\"x\":[1]},\"text\":null,\"flag\":true}"))
                .contains("HTTP/1.1 202")
                .contains("\"flag\":true");
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml"})
    void another_content_type_is_refused(String type) throws IOException {
        assertThat(send("POST /echo/exact HTTP/1.1" + AUTH + "\r\nContent-Type: " + type, "{\"text\":\"a\"}"))
                .contains("HTTP/1.1 415")
                .contains("WrongContentType");
    }

    @ParameterizedTest
    @CsvSource({"application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/vnd.api+json"})
    void json_under_any_of_its_names_is_taken(String type) throws IOException {
        assertThat(send("POST /echo/exact HTTP/1.1" + AUTH + "\r\nContent-Type: " + type, "{\"text\":\"a\"}"))
                .contains("HTTP/1.1 202");
    }

    @ParameterizedTest
    @CsvSource({"gzip", "x-gzip", "deflate", "br", "snappy", "zstd", "GZIP", "what"})
    void a_compressed_body_is_refused_and_not_blown_up(String coding) throws IOException {
        assertThat(send("POST /echo/exact HTTP/1.1" + JSON + "\r\nContent-Encoding: " + coding, "\u001f\u008bno gzip at all"))
                .contains("HTTP/1.1 415")
                .contains("WrongContentCoding[coding=" + coding + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    zz~{}~0~~
                    ffffffffffffffff~{}~0~~
                    2~{}zz~0~~
                    c~{"text":"a"}~x~
                    """)
    void a_body_whose_chunks_cannot_be_read_is_no_body(String chunks) throws IOException {
        String answer = raw("POST /echo/exact HTTP/1.1\r\nHost: localhost" + JSON + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                + chunks.replace("~", "\r\n"));

        assertThat(answer).contains("HTTP/1.1 400").contains("BadBody[reason=The body's chunks cannot be read]");
    }

    /** What comes after it could be taken for another request. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, chunked", "chunked, chunked", "chunked\r\nTransfer-Encoding: gzip", "x", "identity"})
    void a_request_of_an_unknown_transfer_coding_ends_the_connection(String coding) throws IOException {
        String answer = raw("POST /echo/exact HTTP/1.1\r\nHost: localhost" + JSON + "\r\nTransfer-Encoding: " + coding
                + "\r\n\r\nGET /echo/me HTTP/1.1\r\nHost: localhost" + AUTH + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("200 OK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept-Language", "Accept-Charset"})
    void a_wish_that_is_none_is_not_looked_at(String header) throws IOException {
        for (String value : List.of(",", ";;;", "de;q=x", "\u00ff", "")) {
            assertThat(send("GET /echo/me HTTP/1.1" + AUTH + "\r\n" + header + ": " + value, "")).contains("200 OK");
            assertThat(send("POST /echo/exact HTTP/1.1" + JSON + "\r\n" + header + ": " + value, "{\"text\":\"a\"}")).contains(" 202 ");
        }
    }

    @ParameterizedTest
    @CsvSource({"/echo/me, 200", "/echo/nowhere, 404", "/echo/exact, 405", "/echo/fault, 500"})
    void head_is_answered_like_get_without_a_body(String path, int status) throws IOException {
        String answer = send("HEAD " + path + " HTTP/1.1" + AUTH, "");

        assertThat(answer).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\n");
        assertThat(answer.split("\r\n\r\n", -1)).hasSize(2);
    }

    @Test
    void a_body_that_is_said_not_to_be_compressed_is_taken() throws IOException {
        assertThat(send("POST /echo/exact HTTP/1.1" + JSON + "\r\nContent-Encoding: Identity", "{\"text\":\"a\"}"))
                .contains("HTTP/1.1 202");
    }

    @Test
    void a_body_without_a_content_type_is_taken() throws IOException {
        assertThat(send("POST /echo/exact HTTP/1.1" + AUTH, "{\"text\":\"a\"}")).contains("HTTP/1.1 202");
    }

    @Test
    void a_post_without_a_body_needs_no_content_type() throws IOException {
        assertThat(send("POST /echo/bare HTTP/1.1" + AUTH, "")).contains("HTTP/1.1 200");
        assertThat(raw("POST /echo/bare HTTP/1.1\r\nHost: localhost\r\nConnection: close" + AUTH + "\r\n\r\n"))
                .contains("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            "",     The body is empty; a JSON object is expected
            " ",    The body is not valid JSON
            "\n\t ", The body is not valid JSON
            """)
    void an_empty_body_is_refused_where_one_is_needed(String body, String why) throws IOException {
        assertThat(send("POST /echo/exact HTTP/1.1" + JSON, body)).contains("HTTP/1.1 400").contains("BadBody[reason=" + why);
    }

    @Test
    void a_long_request_line_is_read_up_to_a_limit_and_then_told_from_a_large_body() throws IOException {
        assertThat(send("GET /echo/of/a?x=" + "b".repeat(60_000) + " HTTP/1.1" + AUTH, "")).contains("HTTP/1.1 200");
        assertThat(send("GET /echo/of/a?x=" + "b".repeat(70_000) + " HTTP/1.1" + AUTH, ""))
                .contains(" 400 Bad Request")
                .contains("The request line is too long")
                .doesNotContain("bytes");
    }

    @Test
    void long_headers_are_told_from_a_large_body() throws IOException {
        assertThat(send("GET /echo/of/a HTTP/1.1\r\nX-Long: " + "b".repeat(9_000) + AUTH, ""))
                .contains("HTTP/1.1 400")
                .contains("BadBody[reason=The headers are too long]");
    }

    @Test
    void an_oversized_body_is_refused() throws IOException {
        assertThat(send("POST /echo/exact HTTP/1.1" + JSON, "{\"text\":\"" + "a".repeat(100_000) + "\"}"))
                .contains("HTTP/1.1 413")
                .contains("BodyTooLarge[limit=100000]");
    }

    @Test
    void a_body_is_nested_as_deep_as_can_be_shown_again_and_no_deeper() throws IOException {
        assertThat(send("POST /echo/exact HTTP/1.1" + JSON, "{\"x\":" + "[".repeat(47) + "]".repeat(47) + "}"))
                .contains("HTTP/1.1 202");
        for (int depth : List.of(48, 995, 40_000)) {
            assertThat(send("POST /echo/exact HTTP/1.1" + JSON, "{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}"))
                    .contains("HTTP/1.1 400")
                    .contains("BadBody[reason=The body is nested more than 48 levels deep]");
        }
    }

    @Test
    void whoever_goes_away_in_the_middle_of_a_body_is_no_fault_of_ours() throws IOException, JoranException {
        List<ILoggingEvent> lines = logged(() -> {
            try (Socket socket = new Socket("127.0.0.1", server.getPort())) {
                socket.getOutputStream()
                        .write(("POST /echo/exact HTTP/1.1\r\nHost: localhost" + JSON + "\r\nContent-Length: 50000\r\n\r\n{")
                                .getBytes(StandardCharsets.US_ASCII));
                BodyAdmission bodies = server.getApplicationContext().getBean(BodyAdmission.class);
                await().until(() -> bodies.held() == 50_000);
            }
            await().during(Duration.ofMillis(300)).until(() -> true);
        });

        assertThat(lines).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"unwritable", "quoting"})
    void a_fault_is_logged_without_the_data_that_it_quotes(String fault) throws IOException, JoranException {
        List<ILoggingEvent> lines = logged(() ->
                assertThat(send("GET /echo/" + fault + "/4711 HTTP/1.1" + AUTH, "")).contains("HTTP/1.1 500").contains("Fault"));

        assertThat(lines).singleElement().satisfies(line -> assertThat(
                        line.getFormattedMessage() + ThrowableProxyUtil.asString(line.getThrowableProxy()))
                .contains("GET /echo/" + fault + "/{id} failed", "at io.")
                .doesNotContain("secret", "4711"));
    }

    @FunctionalInterface
    private interface Asking {
        void ask() throws IOException;
    }

    /** What is logged meanwhile, as it is when the server runs by itself. */
    private static List<ILoggingEvent> logged(Asking asking) throws IOException, JoranException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        configure(context, "/logback.xml");
        try {
            Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
            root.detachAndStopAllAppenders();
            root.addAppender(lines);
            lines.start();
            asking.ask();
        } finally {
            configure(context, "/logback-test.xml");
        }
        return lines.list;
    }

    private static void configure(LoggerContext context, String file) throws JoranException {
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(HttpCommonTest.class.getResource(file));
    }

    @ParameterizedTest
    @CsvSource({"application/json", "text/html", "*/*", "application/xml;q=0.9"})
    void a_body_is_read_whatever_is_accepted_and_whatever_the_path(String accept) throws IOException {
        assertThat(send("POST /echo/exact/+49151 HTTP/1.1" + JSON + "\r\nAccept: " + accept, "{\"text\":\"a\"}"))
                .contains("HTTP/1.1 202")
                .contains("\"text\":\"a\"");
    }

    @Test
    void any_accept_header_is_answered_with_json() throws IOException {
        assertThat(send("GET /echo/me HTTP/1.1" + AUTH + "\r\nAccept: text/html", ""))
                .contains("HTTP/1.1 200")
                .contains("application/json");
    }
}
