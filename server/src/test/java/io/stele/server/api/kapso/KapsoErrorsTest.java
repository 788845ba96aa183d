package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.stele.core.channel.Channel;
import io.stele.core.example.MessageBuilder;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Failure;
import io.stele.core.message.Interactive;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import io.stele.server.http.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each refusal in Kapso's two envelopes: status, and body to the last member (contract §1.3 to §1.6). */
class KapsoErrorsTest {

    private static final JsonMapper JSON = ObjectMapper.getDefault();

    @ParameterizedTest
    @MethodSource("onTheProxy")
    void theProxySpeaksAsMetaDoes(Refusal refusal, int status, String body) throws IOException {
        MutableHttpResponse<?> response = ProxyErrors.of(refusal, null).toResponse();

        assertThat(response.code()).isEqualTo(status);
        assertThat(tree(response)).isEqualTo(tree(body));
    }

    static Stream<Arguments> onTheProxy() {
        String key = "{'error':{'message':'Invalid or missing API key','type':'OAuthException','code':190}}";
        return Stream.of(
                Arguments.of(new Refusal.KeyMissing(), 401, key),
                Arguments.of(new Refusal.KeyRefused(), 401, key),
                Arguments.of(
                        new Refusal.BadField("to", "is required"),
                        400,
                        meta(131008, "Required parameter is missing", "to is required")),
                Arguments.of(
                        new Refusal.BadField("limit", "must be from 1 to 100"),
                        400,
                        meta(100, "Invalid parameter", "limit must be from 1 to 100")),
                Arguments.of(
                        new Refusal.BadField("type", "must be text"),
                        400,
                        meta(131051, "Unsupported message type", "type must be text")),
                Arguments.of(
                        new Refusal.BadBody("The body is empty"), 400, meta(100, "Invalid parameter", "The body is empty")),
                Arguments.of(
                        new Refusal.UnknownPath("/meta/whatsapp/v1.0/a/b/c"),
                        404,
                        "{'error':{'message':'There is no /meta/whatsapp/v1.0/a/b/c','type':'OAuthException','code':404}}"),
                Arguments.of(
                        new Refusal.WrongMethod("PUT", Set.of("GET")),
                        405,
                        meta(100, "Invalid parameter", "This path does not take PUT")),
                Arguments.of(
                        new Refusal.WrongContentType("text/plain"),
                        415,
                        meta(100, "Invalid parameter", "Bodies are application/json, not text/plain")),
                Arguments.of(
                        new Refusal.WrongContentCoding("gzip"),
                        415,
                        meta(100, "Invalid parameter", "Bodies must not be compressed, as gzip is")),
                Arguments.of(
                        new Refusal.BodyTooLarge(10),
                        413,
                        meta(100, "Invalid parameter", "The body may have at most 10 bytes")),
                Arguments.of(
                        new Refusal.NotOffered("GET /x"),
                        501,
                        meta(3, "Capability missing", "This server does not offer GET /x")),
                Arguments.of(
                        new Refusal.TooMany(Duration.ofSeconds(30)),
                        429,
                        "{'error':'Rate limit exceeded','message':'Too many requests, try again later.'}"),
                Arguments.of(
                        new Refusal.Fault(),
                        500,
                        "{'error':{'message':'(#131000) Something went wrong','type':'OAuthException','code':131000}}"),
                domain(
                        new Rejection.InvalidField(Field.BUTTON_TITLE, List.of(1), "must have at most 20 characters"),
                        400,
                        meta(
                                131009,
                                "Parameter value is not valid",
                                "interactive.action.buttons[1].reply.title must have at most 20 characters")),
                domain(
                        new Rejection.InvalidField(Field.MESSAGE_TYPE, "is unknown"),
                        400,
                        meta(131051, "Unsupported message type", "type is unknown")),
                domain(
                        new Rejection.InvalidField(Field.TEMPLATE_HEADER, List.of(1), "must have exactly one parameter"),
                        400,
                        meta(
                                132012,
                                "Template parameter format does not match",
                                "template.components[1] must have exactly one parameter")),
                domain(
                        new Rejection.InvalidField(Field.TEMPLATE_BUTTON, List.of(1, 0, 2), "must be given once"),
                        400,
                        meta(
                                132012,
                                "Template parameter format does not match",
                                "template.components[1].cards[0].components[2] must be given once")),
                domain(
                        new Rejection.RecipientIsSender(),
                        400,
                        meta(131021, "Recipient is sender", "to must not be the number that sends")),
                domain(
                        new Rejection.EndpointDisconnected(),
                        400,
                        meta(133010, "Phone number not registered", "The number has been disconnected")),
                domain(
                        new Rejection.AlreadyConnected("1"),
                        409,
                        "{'error':'WhatsApp phone number is already connected'}"),
                domain(
                        new Rejection.NotFound(Rejection.Resource.MESSAGE, "wamid.X"),
                        404,
                        "{'error':{'message':'Message not found','type':'MessageError','code':404}}"),
                domain(
                        new Rejection.NotFound(Rejection.Resource.ENDPOINT, "1"),
                        404,
                        "{'error':{'message':'WhatsApp phone number not found or not accessible in this project',"
                                + "'type':'OAuthException','code':404}}"),
                domain(
                        new Rejection.WindowClosed(),
                        422,
                        "{'error':{'message':'Cannot send non-template messages outside the 24-hour window.',"
                                + "'type':'MessageError','code':131047,'error_subcode':131047},"
                                + "'next_steps':'Send a WhatsApp template message to reopen the session.'}"),
                domain(
                        new Rejection.MarketingStopped(),
                        422,
                        "{'error':'The contact has asked to get no marketing messages','code':'marketing_preference_stopped'}"),
                domain(
                        new Rejection.ContentNotSupported(Channel.WHATSAPP, ContentKind.EMAIL),
                        400,
                        meta(131051, "Unsupported message type", "whatsapp does not carry email")),
                domain(
                        new Rejection.ChannelNotAvailable(Channel.WHATSAPP),
                        400,
                        meta(100, "Invalid parameter", "The number cannot send on this channel")),
                domain(new Rejection.NoChannel("None fits"), 400, meta(100, "Invalid parameter", "None fits")),
                domain(new Rejection.WrongState("Too late"), 422, meta(100, "Invalid parameter", "Too late")),
                domain(
                        new Rejection.IdempotencyKeyReused("k", MessageBuilder.message().build()),
                        409,
                        "{'error':'The idempotency key was used for another request.','code':'idempotency_key_reused'}"),
                domain(
                        new Rejection.Overloaded(Duration.ofSeconds(2)),
                        503,
                        "{'error':{'message':'(#131016) Service unavailable','type':'OAuthException','code':131016}}"),
                domain(
                        new Rejection.NotYetHere(Duration.ofSeconds(2)),
                        503,
                        meta(131016, "Service unavailable", "The media is still being fetched")),
                domain(
                        new Rejection.ProviderRefused(new Failure("131009", "Parameter value is not valid", "No such message")),
                        400,
                        meta(131009, "Parameter value is not valid", "No such message")),
                domain(
                        new Rejection.ProviderRefused(new Failure("190", "Access token has expired", null)),
                        401,
                        "{'error':{'message':'(#190) Access token has expired','type':'OAuthException','code':190}}"),
                domain(
                        new Rejection.ProviderRefused(new Failure("131047", "Re-engagement message", null)),
                        422,
                        "{'error':{'message':'Cannot send non-template messages outside the 24-hour window.',"
                                + "'type':'MessageError','code':131047,'error_subcode':131047},"
                                + "'next_steps':'Send a WhatsApp template message to reopen the session.'}"),
                domain(
                        new Rejection.ProviderRefused(new Failure("NO_READ_MARKS", "Not here", null)),
                        400,
                        meta(100, "Invalid parameter", "Not here")),
                domain(
                        new Rejection.ProviderUnavailable(Duration.ofSeconds(2)),
                        500,
                        "{'error':{'message':'(#131016) Service unavailable','type':'OAuthException','code':131016}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 401", "3, 500", "4, 400", "10, 403", "33, 400", "100, 400", "190, 401", "199, 400", "200, 403", "299, 403", "300, 400",
        "368, 403", "80007, 400", "130429, 400", "130497, 403", "131000, 500", "131005, 403", "131008, 400", "131016, 500",
        "131026, 400", "131031, 403", "131045, 500", "131047, 422", "131051, 400", "131056, 400", "131057, 500", "132000, 400",
        "132001, 404", "132015, 400", "133000, 500", "133004, 503", "133005, 400", "133010, 400", "999999999, 400"
    })
    void eachOfMetasCodesHasItsStatus(String code, int status) {
        assertThat(ProxyErrors.of(byDomain(new Rejection.ProviderRefused(new Failure(code, "No", null))), null).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("onThePlatform")
    void thePlatformSpeaksInSentences(Refusal refusal, String method, int status, String body) throws IOException {
        MutableHttpResponse<?> response = PlatformErrors.of(refusal, method).toResponse();

        assertThat(response.code()).isEqualTo(status);
        assertThat(tree(response)).isEqualTo(tree(body));
    }

    static Stream<Arguments> onThePlatform() {
        return Stream.of(
                platform(new Refusal.KeyMissing(), "GET", 401, "Invalid or missing API key"),
                platform(new Refusal.KeyRefused(), "GET", 401, "Invalid or missing API key"),
                platform(new Refusal.BadField("limit", "must be a whole number"), "GET", 400, "limit must be a whole number"),
                platform(new Refusal.BadField("status", "is required"), "PATCH", 422, "status is required"),
                platform(new Refusal.BadBody("The body is empty"), "PATCH", 400, "The body is empty"),
                platform(new Refusal.UnknownPath("/platform/v1/x"), "GET", 404, "There is no /platform/v1/x"),
                platform(new Refusal.WrongMethod("PUT", Set.of("GET")), "PUT", 405, "This path does not take PUT"),
                platform(new Refusal.WrongContentType(""), "PATCH", 415, "Bodies are application/json"),
                platform(new Refusal.WrongContentCoding("gzip"), "POST", 415, "Bodies must not be compressed, as gzip is"),
                platform(new Refusal.BodyTooLarge(10), "PATCH", 413, "The body may have at most 10 bytes"),
                platform(new Refusal.Fault(), "GET", 500, "Something went wrong"),
                Arguments.of(
                        new Refusal.NotOffered("GET /x"),
                        "GET",
                        501,
                        "{'error':'This server does not offer GET /x','code':'not_offered'}"),
                Arguments.of(
                        new Refusal.TooMany(Duration.ofSeconds(30)),
                        "GET",
                        429,
                        "{'error':'Rate limit exceeded','message':'Too many requests, try again later.'}"),
                platform(byDomain(new Rejection.InvalidField(Field.TO, "is odd")), "POST", 422, "to is odd"),
                platform(
                        byDomain(new Rejection.NotFound(Rejection.Resource.CONTACT, "1")),
                        "GET",
                        404,
                        "WhatsApp contact not found"),
                platform(byDomain(new Rejection.WrongState("Too late")), "PATCH", 422, "Too late"),
                platform(byDomain(new Rejection.NoChannel("None fits")), "POST", 422, "None fits"),
                platform(
                        byDomain(new Rejection.ChannelNotAvailable(Channel.WHATSAPP)),
                        "POST",
                        422,
                        "The number cannot send on this channel"),
                platform(
                        byDomain(new Rejection.EndpointDisconnected()), "POST", 422, "The number has been disconnected"),
                platform(
                        byDomain(new Rejection.AlreadyConnected("1")),
                        "POST",
                        409,
                        "WhatsApp phone number is already connected"),
                platform(
                        byDomain(new Rejection.NotFound(Rejection.Resource.CUSTOMER, "7")),
                        "GET",
                        404,
                        "Customer not found"),
                platform(byDomain(new Rejection.RecipientIsSender()), "POST", 422, "A number cannot send to itself"),
                platform(
                        byDomain(new Rejection.ContentNotSupported(Channel.WHATSAPP, ContentKind.EMAIL)),
                        "POST",
                        422,
                        "This kind of message cannot be sent"),
                platform(byDomain(new Rejection.Overloaded(Duration.ofSeconds(2))), "GET", 503, "The server is busy"),
                platform(
                        byDomain(new Rejection.NotYetHere(Duration.ofSeconds(2))), "GET", 503, "The media is still being fetched"),
                platform(
                        byDomain(new Rejection.ProviderRefused(new Failure("131009", "Not valid", "No such message"))),
                        "POST",
                        422,
                        "Not valid: No such message"),
                platform(
                        byDomain(new Rejection.ProviderUnavailable(Duration.ofSeconds(2))),
                        "POST",
                        502,
                        "Meta API error: no answer"),
                Arguments.of(
                        byDomain(new Rejection.WindowClosed()),
                        "POST",
                        422,
                        "{'error':'Cannot send non-template messages outside the 24-hour window.',"
                                + "'message':'Send a WhatsApp template message to reopen the session.'}"),
                Arguments.of(
                        byDomain(new Rejection.MarketingStopped()),
                        "POST",
                        422,
                        "{'error':'The contact has asked to get no marketing messages','code':'marketing_preference_stopped'}"),
                Arguments.of(
                        byDomain(new Rejection.IdempotencyKeyReused("k", MessageBuilder.message().build())),
                        "POST",
                        409,
                        "{'error':'The idempotency key was used for another request.','code':'idempotency_key_reused'}"));
    }

    @ParameterizedTest
    @EnumSource(Rejection.Resource.class)
    void whateverIsNotFoundIsNamed(Rejection.Resource resource) throws IOException {
        Refusal refusal = byDomain(new Rejection.NotFound(resource, "x"));

        assertThat(ProxyErrors.of(refusal, null).status()).isEqualTo(404);
        assertThat(tree(PlatformErrors.of(refusal, "GET").toResponse()).get("error").getStringValue())
                .endsWith("not found" + (resource.name().matches("SENDER|ENDPOINT") ? " or not accessible in this project" : ""));
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SENDER", "IDEMPOTENCY_KEY", "CONTACT_METADATA"})
    void everyFieldIsNamedByAPathThatASendHas(Field field) throws IOException {
        // The deepest lists stand three deep in each other; of a template's parts it is told by the positions which they are.
        for (int positions = field.name().startsWith("TEMPLATE_") ? 0 : 3; positions <= 3; positions++) {
            JsonNode body = tree(ProxyErrors.of(
                            byDomain(new Rejection.InvalidField(
                                    field, List.of(4, 5, 6).subList(0, positions), "is odd")),
                            sent(field))
                    .toResponse());
            String details = body.get("error").get("error_data").get("details").getStringValue();

            assertThat(details).endsWith(" is odd");
            assertThat(RequestSchema.has(details.substring(0, details.length() - " is odd".length())))
                    .as(details)
                    .isTrue();
        }
    }

    private static @Nullable Content sent(Field field) {
        MediaFile file = MediaFile.ofLink("x");
        return switch (field) {
            case MEDIA_FILE, MEDIA_LINK -> Media.of(MediaKind.STICKER, file);
            case MEDIA_CAPTION -> Media.of(MediaKind.VIDEO, file);
            case MEDIA_FILENAME, ATTACHMENTS, ATTACHMENT_FILENAME, ATTACHMENT_TYPE, ATTACHMENT_CONTENT_ID, ATTACHMENT_LINK ->
                Media.of(MediaKind.DOCUMENT, file);
            case INTERACTIVE_HEADER_LINK -> new Interactive(
                    new Interactive.MediaHeader(MediaKind.IMAGE, file, null), null, null, new Interactive.LocationRequest());
            default -> null;
        };
    }

    @ParameterizedTest
    @MethodSource("withHeaders")
    void adviceIsInHeaders(Refusal refusal, String header, String value) {
        assertThat(new TreeSet<>(ProxyErrors.of(refusal, null).toResponse().getHeaders().getAll(header))).containsExactly(value);
        assertThat(new TreeSet<>(
                        PlatformErrors.of(refusal, "GET").toResponse().getHeaders().getAll(header)))
                .containsExactly(value);
    }

    static Stream<Arguments> withHeaders() {
        return Stream.of(
                Arguments.of(new Refusal.TooMany(Duration.ofMillis(29_001)), "Retry-After", "30"),
                Arguments.of(byDomain(new Rejection.Overloaded(Duration.ofMillis(1))), "Retry-After", "1"),
                Arguments.of(new Refusal.WrongMethod("PUT", Set.of("GET")), "Allow", "GET"),
                Arguments.of(new Refusal.Fault(), "Content-Type", "application/json"));
    }

    private static Arguments domain(Rejection rejection, int status, String body) {
        return Arguments.of(byDomain(rejection), status, body);
    }

    private static Refusal byDomain(Rejection rejection) {
        return new Refusal.ByDomain(rejection);
    }

    private static Arguments platform(Refusal refusal, String method, int status, String error) {
        return Arguments.of(refusal, method, status, "{'error':'" + error + "'}");
    }

    private static String meta(int code, String title, String details) {
        return "{'error':{'message':'(#%d) %s','type':'OAuthException','code':%d,'error_data':{'messaging_product':'whatsapp','details':'%s'}}}"
                .formatted(code, title, code, details);
    }

    private static JsonNode tree(MutableHttpResponse<?> response) throws IOException {
        @Nullable Object body = response.body();
        return JSON.readValue(JSON.writeValueAsBytes(body), Argument.of(JsonNode.class));
    }

    private static JsonNode tree(String body) throws IOException {
        return JSON.readValue(body.replace('\'', '"'), Argument.of(JsonNode.class));
    }
}
