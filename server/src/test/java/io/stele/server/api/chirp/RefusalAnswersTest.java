package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import io.stele.adapters.chirp.ChirpFields;
import io.stele.contracts.chirp.ErrorEnvelope;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalAnswersTest {

    private static Refusal domain(Rejection rejection) {
        return new Refusal.ByDomain(rejection);
    }

    private static Refusal invalid(Field field, Integer... positions) {
        return domain(new Rejection.InvalidField(field, List.of(positions), "is wrong"));
    }

    private static Refusal missing(Rejection.Resource resource) {
        return domain(new Rejection.NotFound(resource, "x"));
    }

    static Stream<Arguments> refusals() {
        String request = "invalid_request_error";
        return Stream.of(
                Arguments.of(new Refusal.BadField("limit", "is wrong"), 400, request, null, "limit"),
                Arguments.of(new Refusal.BadBody("No JSON"), 400, request, null, null),
                Arguments.of(new Refusal.KeyMissing(), 401, "authentication_error", null, null),
                Arguments.of(new Refusal.KeyRefused(), 401, "authentication_error", null, null),
                Arguments.of(new Refusal.UnknownPath("/v1/x"), 404, request, null, null),
                Arguments.of(new Refusal.WrongMethod("PUT", Set.of("GET")), 405, request, null, null),
                Arguments.of(new Refusal.WrongContentType("text/plain"), 415, request, null, null),
                Arguments.of(new Refusal.WrongContentCoding("gzip"), 415, request, null, null),
                Arguments.of(new Refusal.BodyTooLarge(1), 413, request, null, null),
                Arguments.of(new Refusal.NotOffered("x"), 501, "api_error", null, null),
                Arguments.of(new Refusal.TooMany(Duration.ofSeconds(3)), 429, request, "rate_limit_exceeded", null),
                Arguments.of(new Refusal.Fault(), 500, "api_error", null, null),
                Arguments.of(invalid(Field.TO), 400, request, "invalid_phone_number", "to"),
                Arguments.of(invalid(Field.SENDER), 400, request, "invalid_phone_number", "from"),
                Arguments.of(invalid(Field.MESSAGE_TYPE), 400, request, "unsupported_message_type", "type"),
                Arguments.of(invalid(Field.QUOTE), 400, request, null, "replyTo"),
                Arguments.of(invalid(Field.BUTTON_TITLE, 2), 400, request, null, "interactive.buttons[2].title"),
                Arguments.of(invalid(Field.TEMPLATE_NAME), 400, request, null, "template.name"),
                Arguments.of(
                        invalid(Field.TEMPLATE_BODY), 400, request, "template_parameter_mismatch", "template.variables"),
                Arguments.of(
                        invalid(Field.TEMPLATE_HEADER),
                        400,
                        request,
                        "template_parameter_mismatch",
                        "template.headerVariables"),
                Arguments.of(
                        invalid(Field.TEMPLATE_BUTTON, 0),
                        400,
                        request,
                        "template_parameter_mismatch",
                        "template.buttonVariables"),
                Arguments.of(missing(Rejection.Resource.SENDER), 400, request, "phone_number_not_assigned", "from"),
                Arguments.of(missing(Rejection.Resource.TEMPLATE), 404, request, "template_not_found", null),
                Arguments.of(missing(Rejection.Resource.MESSAGE), 404, request, null, null),
                Arguments.of(missing(Rejection.Resource.ENDPOINT), 404, request, null, null),
                Arguments.of(missing(Rejection.Resource.CONVERSATION), 404, request, null, null),
                Arguments.of(missing(Rejection.Resource.THREAD), 404, request, null, null),
                Arguments.of(missing(Rejection.Resource.CONTACT), 404, request, null, null),
                Arguments.of(missing(Rejection.Resource.ATTACHMENT), 404, request, null, null),
                Arguments.of(missing(Rejection.Resource.APP), 404, request, null, null),
                Arguments.of(missing(Rejection.Resource.WEBHOOK), 404, request, null, null),
                Arguments.of(missing(Rejection.Resource.WEBHOOK_DELIVERY), 404, request, null, null),
                Arguments.of(
                        domain(new Rejection.WindowClosed()), 402, "provider_error", "conversation_window_expired", null),
                Arguments.of(
                        domain(new Rejection.MarketingStopped()), 402, "provider_error", "message_undeliverable", null),
                Arguments.of(
                        domain(new Rejection.ChannelNotAvailable(Channel.WHATSAPP)),
                        400,
                        request,
                        "whatsapp_not_configured",
                        null),
                Arguments.of(domain(new Rejection.NoChannel("None")), 400, request, null, null),
                Arguments.of(
                        domain(new Rejection.ContentNotSupported(Channel.WHATSAPP, ContentKind.EMAIL)),
                        400,
                        request,
                        "unsupported_message_type",
                        "type"),
                Arguments.of(domain(new Rejection.NotYetHere(Duration.ofSeconds(3))), 503, "api_error", null, null),
                Arguments.of(domain(new Rejection.EndpointDisconnected()), 400, request, "whatsapp_not_configured", null),
                Arguments.of(domain(new Rejection.AlreadyConnected("1")), 409, request, null, null),
                Arguments.of(domain(new Rejection.RecipientIsSender()), 400, request, "invalid_phone_number", "to"),
                Arguments.of(domain(new Rejection.WrongState("It is outbound")), 400, request, null, null),
                Arguments.of(
                        domain(new Rejection.IdempotencyKeyReused("k", MessageBuilder.message().build())), 409, request, null, "Idempotency-Key"),
                Arguments.of(
                        domain(new Rejection.Overloaded(Duration.ofSeconds(1))), 503, "api_error", null, null),
                Arguments.of(refusedWith("131009"), 402, "provider_error", null, null),
                Arguments.of(refusedWith("NO_READ_MARKS"), 402, "provider_error", null, null),
                Arguments.of(refusedWith("131026"), 402, "provider_error", "message_undeliverable", null),
                Arguments.of(refusedWith("131047"), 402, "provider_error", "conversation_window_expired", null),
                Arguments.of(refusedWith("131037"), 402, "provider_error", "display_name_not_approved", null),
                Arguments.of(refusedWith("131031"), 403, "provider_error", "account_restricted", null),
                Arguments.of(refusedWith("130429"), 429, "provider_error", "whatsapp_rate_limited", null),
                Arguments.of(refusedWith("131051"), 400, request, "unsupported_message_type", null),
                Arguments.of(refusedWith("132012"), 400, request, "template_parameter_mismatch", null),
                Arguments.of(refusedWith("132001"), 404, request, "template_not_found", null),
                Arguments.of(refusedWith("133010"), 400, request, "whatsapp_not_configured", null),
                Arguments.of(refusedWith("131000"), 424, "api_error", "meta_api_error", null),
                Arguments.of(refusedWith("131016"), 424, "api_error", "meta_api_unavailable", null),
                Arguments.of(
                        domain(new Rejection.ProviderUnavailable(Duration.ofSeconds(1))),
                        424,
                        "api_error",
                        "meta_api_unavailable",
                        null));
    }

    private static Refusal refusedWith(String code) {
        return domain(new Rejection.ProviderRefused(new Failure(code, "Not possible", "Because of it")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyRefusalHasItsStatusItsTypeAndItsCode(
            Refusal refusal, int status, String type, @Nullable String code, @Nullable String param) {
        MutableHttpResponse<?> response = RefusalAnswers.of(refusal, FieldNames.USUAL).toResponse();
        ErrorEnvelope.Detail error = ((ErrorEnvelope) response.body()).error();

        assertThat(response.code()).isEqualTo(status);
        assertThat(response.getContentType().orElseThrow().getName()).isEqualTo("application/json");
        assertThat(error.type()).isEqualTo(type);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.docUrl())
                .isEqualTo(
                        code == null
                                ? null
                                : "https://docs.buildwithchirp.com/api_reference/error-codes#" + code);
        assertThat(error.param()).isEqualTo(param);
        assertThat(error.message()).matches("[\\p{L}\\p{N}].*\\.");
    }

    @Test
    void everyKindOfRefusalStandsInTheTable() {
        Set<String> told = new TreeSet<>();
        refusals().forEach(arguments -> {
            Object refusal = arguments.get()[0];
            told.add(refusal.getClass().getSimpleName());
            if (refusal instanceof Refusal.ByDomain(var rejection)) {
                told.add(rejection.getClass().getSimpleName());
            }
        });

        assertThat(told).containsAll(names(Refusal.class)).containsAll(names(Rejection.class));
    }

    private static List<String> names(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
    }

    @Test
    void aShutWindowIsMetasRefusal() {
        ErrorEnvelope.Provider provider =
                RefusalAnswers.of(domain(new Rejection.WindowClosed()), FieldNames.USUAL).provider();

        assertThat(provider).isNotNull().satisfies(said -> {
            assertThat(said.source()).isEqualTo("meta");
            assertThat(said.code().getIntValue()).isEqualTo(131047);
        });
    }

    @ParameterizedTest
    @CsvSource({"131009, 131009", "NO_READ_MARKS, \"NO_READ_MARKS\""})
    void whatMetaSaysStandsBesideIt(String code, String json) throws IOException {
        ErrorEnvelope.Provider provider = RefusalAnswers.of(refusedWith(code), FieldNames.USUAL).provider();

        assertThat(provider).isNotNull().satisfies(said -> {
            assertThat(said.source()).isEqualTo("meta");
            assertThat(ObjectMapper.getDefault().writeValueAsString(said.code())).isEqualTo(json);
            assertThat(said.message()).isEqualTo("Not possible");
        });
    }

    @Test
    void theNamesAreThoseThatWereKeptWithTheRequest() {
        HttpRequest<?> request = HttpRequest.POST("/v1/whatsapp/templates/send", "");
        FieldNames names = ChirpFields::pathInTemplateSend;
        names.keepWith(request);

        assertThat(RefusalAnswers.of(invalid(Field.TEMPLATE_NAME), FieldNames.of(request)).param())
                .isEqualTo("templateName");
        assertThat(FieldNames.of(HttpRequest.GET("/v1/whatsapp/messages"))).isSameAs(FieldNames.USUAL);
    }

    @Test
    void whoeverIsToWaitIsToldHowLongInWholeSeconds() {
        assertThat(RefusalAnswers.of(new Refusal.TooMany(Duration.ofMillis(2001)), FieldNames.USUAL).headers())
                .containsEntry("Retry-After", "3");
        assertThat(RefusalAnswers.of(domain(new Rejection.Overloaded(Duration.ZERO)), FieldNames.USUAL).headers())
                .containsEntry("Retry-After", "1");
        assertThat(RefusalAnswers.of(domain(new Rejection.ProviderUnavailable(Duration.ofSeconds(5))), FieldNames.USUAL).headers())
                .containsEntry("Retry-After", "5");
    }

    @Test
    void aWrongMethodIsToldWithTheRightOnes() {
        assertThat(RefusalAnswers.of(new Refusal.WrongMethod("PUT", new TreeSet<>(Set.of("GET", "POST"))), FieldNames.USUAL)
                        .headers())
                .containsEntry("Allow", "GET, POST");
    }
}
