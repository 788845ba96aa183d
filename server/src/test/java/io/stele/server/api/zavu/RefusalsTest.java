package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.FieldPath;
import io.stele.contracts.zavu.ZavuError;
import io.stele.core.channel.Channel;
import io.stele.core.example.MessageBuilder;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Failure;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    static List<Arguments> refusals() {
        return List.of(
                Arguments.of(new Refusal.BadField("limit", "is wrong"), 400, "invalid_request", "limit is wrong."),
                Arguments.of(new Refusal.BadBody("No JSON"), 400, "invalid_json", "No JSON."),
                Arguments.of(
                        new Refusal.KeyMissing(),
                        401,
                        "unauthorized",
                        "An API key is required: Authorization: Bearer <key>."),
                Arguments.of(new Refusal.KeyRefused(), 401, "unauthorized", "This API key is not valid here."),
                Arguments.of(new Refusal.UnknownPath("/v1/x"), 404, "not_found", "There is no /v1/x."),
                Arguments.of(
                        new Refusal.WrongMethod("PUT", Set.of("GET")),
                        405,
                        "method_not_allowed",
                        "This path does not take PUT."),
                Arguments.of(
                        new Refusal.WrongContentType("text/plain"),
                        415,
                        "unsupported_media_type",
                        "The body must be declared as application/json."),
                Arguments.of(
                        new Refusal.WrongContentCoding("gzip"),
                        415,
                        "unsupported_media_type",
                        "The body must not be compressed, as gzip is."),
                Arguments.of(
                        new Refusal.BodyTooLarge(7), 413, "payload_too_large", "The body may have at most 7 bytes."),
                Arguments.of(
                        new Refusal.NotOffered("GET /v1/urls"),
                        501,
                        "not_implemented",
                        "This server does not offer GET /v1/urls."),
                Arguments.of(
                        new Refusal.TooMany(Duration.ofSeconds(3)),
                        429,
                        "rate_limited",
                        "Too many requests in this minute."),
                Arguments.of(new Refusal.Fault(), 500, "internal_error", "Something went wrong on the server."),
                domain(
                        new Rejection.InvalidField(Field.BUTTON_TITLE, List.of(1), "must be short"),
                        400,
                        "invalid_request",
                        "content.buttons[1].title must be short."),
                domain(
                        new Rejection.NotFound(Rejection.Resource.THREAD, "x"),
                        404,
                        "not_found",
                        "There is no conversation x."),
                domain(
                        new Rejection.NotFound(Rejection.Resource.SENDER, "x"),
                        404,
                        "not_found",
                        "There is no sender x."),
                domain(
                        new Rejection.WindowClosed(),
                        400,
                        "whatsapp_window_closed",
                        "The recipient has not written within the last 24 hours; send a template instead."),
                domain(
                        new Rejection.MarketingStopped(),
                        400,
                        "marketing_stopped",
                        "The recipient has asked to get no marketing; templates of other categories can be sent."),
                domain(
                        new Rejection.ChannelNotAvailable(Channel.SMS_ONEWAY),
                        400,
                        "invalid_request",
                        "channel is not available on this sender: sms_oneway."),
                domain(
                        new Rejection.EndpointDisconnected(), 400, "bad_request", "The number has been disconnected."),
                domain(
                        new Rejection.AlreadyConnected("1"), 409, "conflict", "The number 1 is connected already."),
                domain(new Rejection.NotYetHere(Duration.ofSeconds(3)), 503, "not_yet_here", "It is still being fetched; ask again later."),
                domain(new Rejection.RecipientIsSender(), 400, "invalid_request", "to must not be the number that sends."),
                domain(new Rejection.NoChannel("Nothing fits"), 400, "invalid_request", "Nothing fits."),
                domain(
                        new Rejection.ContentNotSupported(Channel.SMS, ContentKind.IMAGE),
                        400,
                        "invalid_request",
                        "messageType cannot be sent on the channel sms."),
                domain(new Rejection.WrongState("Not now"), 400, "bad_request", "Not now."),
                domain(
                        new Rejection.IdempotencyKeyReused("k", MessageBuilder.message().build()),
                        409,
                        "idempotency_conflict",
                        "The idempotency key was used for another request."),
                domain(
                        new Rejection.Overloaded(Duration.ofSeconds(1)),
                        503,
                        "overloaded",
                        "The server is busy; ask again later."),
                domain(
                        new Rejection.ProviderRefused(new Failure("131009", "Parameter value is not valid", "No such message")),
                        400,
                        "invalid_request",
                        "Parameter value is not valid: No such message."),
                domain(
                        new Rejection.ProviderUnavailable(Duration.ofSeconds(1)),
                        502,
                        "provider_unavailable",
                        "The provider cannot be reached."));
    }

    private static Arguments domain(Rejection rejection, int status, String code, String message) {
        return Arguments.of(new Refusal.ByDomain(rejection), status, code, message);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void eachHasItsStatusAndCode(Refusal refusal, int status, String code, String message) {
        MutableHttpResponse<ZavuError> response = Refusals.of(refusal).toResponse();

        assertThat(response.code()).isEqualTo(status);
        assertThat(response.body().code()).isEqualTo(code);
        assertThat(response.body().message()).isEqualTo(message);
        assertThat(response.getContentType()).hasValueSatisfying(type -> assertThat(type.getName())
                .isEqualTo("application/json"));
    }

    @Test
    void theTableHasEveryRefusalAndEveryRejection() {
        Set<String> shown = refusals().stream()
                .map(row -> row.get()[0])
                .map(refusal -> refusal instanceof Refusal.ByDomain(Rejection rejection) ? rejection : refusal)
                .map(each -> each.getClass().getSimpleName())
                .collect(Collectors.toSet());

        Stream<Class<?>> all = Stream.concat(
                Arrays.stream(Refusal.class.getPermittedSubclasses()).filter(each -> each != Refusal.ByDomain.class),
                Arrays.stream(Rejection.class.getPermittedSubclasses()).filter(each -> !each.isEnum()));
        assertThat(shown).isEqualTo(all.map(Class::getSimpleName).collect(Collectors.toSet()));
    }

    @Test
    void aWrongMemberIsNamedInTheDetailsByTheStepsOfItsPath() throws IOException {
        assertThat(json(new Refusal.BadField(
                        FieldPath.of("content", "sections").element(0).member("rows").element(12).member("title"),
                        "is required")))
                .isEqualTo("{\"code\":\"invalid_request\",\"message\":\"content.sections[0].rows[12].title is required.\","
                        + "\"details\":{\"errors\":[{\"path\":[\"content\",\"sections\",0,\"rows\",12,\"title\"],"
                        + "\"message\":\"is required\"}]}}");
    }

    @Test
    void whereNoChannelFitsTheCallerMayNameAnother() throws IOException {
        assertThat(json(new Refusal.ByDomain(new Rejection.NoChannel("Nothing fits"))))
                .contains("\"errors\":[{\"path\":[\"channel\"],\"message\":\"Nothing fits\"}]");
    }

    @Test
    void aKeyThatLooksLikeANumberIsNoPosition() throws IOException {
        assertThat(json(new Refusal.BadField(FieldPath.of("content", "templateVariables", "1"), "must be a string")))
                .contains("\"path\":[\"content\",\"templateVariables\",\"1\"]");
    }

    @Test
    void aKeyThatLooksLikeAPathIsOneStep() throws IOException {
        assertThat(json(new Refusal.BadField(FieldPath.of("metadata", "a.b[99999999999]"), "must be a string")))
                .contains("\"path\":[\"metadata\",\"a.b[99999999999]\"]");
    }

    @Test
    void withoutDetailsThereIsNoSuchMember() throws IOException {
        assertThat(json(new Refusal.UnknownPath("/v1/x")))
                .isEqualTo("{\"code\":\"not_found\",\"message\":\"There is no /v1/x.\"}");
    }

    @Test
    void whatCannotGetBetterByRepeatingSaysSo() {
        List<Refusal> hopeless = List.of(
                new Refusal.NotOffered("x"), new Refusal.ByDomain(new Rejection.IdempotencyKeyReused("k", MessageBuilder.message().build())));

        assertThat(hopeless).allSatisfy(refusal -> assertThat(header(refusal, "x-should-retry"))
                .isEqualTo("false"));
        assertThat(header(new Refusal.Fault(), "x-should-retry")).isNull();
    }

    @Test
    void aPauseIsNamedInWholeSecondsThatAreEnough() throws IOException {
        Refusal refusal = new Refusal.TooMany(Duration.ofMillis(1001));

        assertThat(header(refusal, "Retry-After")).isEqualTo("2");
        assertThat(json(refusal)).contains("\"details\":{\"retryAfter\":2}");
        assertThat(header(new Refusal.ByDomain(new Rejection.Overloaded(Duration.ZERO)), "Retry-After"))
                .isEqualTo("1");
    }

    @Test
    void theProvidersCodeStandsInTheDetails() throws IOException {
        assertThat(json(new Refusal.ByDomain(new Rejection.ProviderRefused(new Failure("131009", "No.", null)))))
                .isEqualTo("{\"code\":\"invalid_request\",\"message\":\"No.\",\"details\":{\"errorCode\":\"131009\"}}");
    }

    @Test
    void aProviderThatIsAwayIsWaitedFor() {
        assertThat(header(
                        new Refusal.ByDomain(new Rejection.ProviderUnavailable(Duration.ofMillis(1001))), "Retry-After"))
                .isEqualTo("2");
    }

    @Test
    void aWrongMethodComesWithTheRightOnes() {
        assertThat(header(new Refusal.WrongMethod("PUT", new TreeSet<>(Set.of("POST", "GET"))), "Allow"))
                .isEqualTo("GET, POST");
    }

    private static String header(Refusal refusal, String name) {
        return Refusals.of(refusal).toResponse().getHeaders().get(name);
    }

    private static String json(Refusal refusal) throws IOException {
        return ObjectMapper.getDefault()
                .writeValueAsString(Refusals.of(refusal).toResponse().body());
    }
}
