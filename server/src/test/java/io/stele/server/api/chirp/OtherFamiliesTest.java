package io.stele.server.api.chirp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.stele.server.http.Refusal;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OtherFamiliesTest {

    /** Contract §1.7, §3.6 to §3.12, §4.1 to §4.11, without what is served. */
    private static final String CONTRACT =
            """
            GET POST /v1/whatsapp/templates
            GET PUT DELETE /v1/whatsapp/templates/{templateId}
            GET PATCH /v1/whatsapp/phone-numbers/{phoneNumberId}/business-profile
            GET PATCH /v1/whatsapp/phone-numbers/{phoneNumberId}/settings
            GET POST /v1/whatsapp/groups
            GET PUT PATCH DELETE /v1/whatsapp/groups/{groupId}
            POST /v1/whatsapp/groups/{groupId}/messages
            GET DELETE /v1/whatsapp/groups/{groupId}/participants
            DELETE /v1/whatsapp/groups/{groupId}/participants/{participantId}
            GET POST DELETE /v1/whatsapp/groups/{groupId}/invite-link
            GET /v1/whatsapp/groups/{groupId}/join-requests
            POST /v1/whatsapp/groups/{groupId}/join-requests/approve
            POST /v1/whatsapp/groups/{groupId}/join-requests/reject
            POST /v1/media
            POST /v1/playground/sms/inbound
            GET POST /v1/playground/phone-numbers
            POST /v1/sms
            GET /v1/sms/messages
            GET /v1/sms/messages/{messageId}
            POST /v1/phone-numbers
            DELETE /v1/phone-numbers/{phoneNumberId}
            POST /v1/calls
            GET /v1/calls/{callId}
            POST /v1/calls/{callId}/commands
            GET POST /v1/functions
            GET PUT DELETE /v1/functions/{functionId}
            GET POST /v1/organization/apps
            GET PUT DELETE /v1/organization/apps/{appId}
            GET /v1/organization/apps/{appId}/keys
            GET POST /v1/organization/apps/{appId}/phone-numbers
            DELETE /v1/organization/apps/{appId}/phone-numbers/{phoneNumberId}
            GET POST /v1/organization/app-keys
            DELETE /v1/organization/app-keys/{keyId}
            GET POST /v1/organization/admin-keys
            DELETE /v1/organization/admin-keys/{keyId}
            GET /v1/organization/whatsapp/business-profiles
            POST /v1/organization/whatsapp/business-profiles/start-attempt
            POST /v1/organization/whatsapp/business-profiles/callback
            POST /v1/organization/whatsapp/business-profiles/claim
            GET DELETE /v1/organization/whatsapp/business-profiles/{profileId}
            POST /v1/organization/whatsapp/phone-numbers
            DELETE /v1/organization/whatsapp/phone-numbers/{phoneNumberId}
            PUT /v1/organization/whatsapp/phone-numbers/{phoneNumberId}/apps
            GET PATCH /v1/organization/whatsapp/phone-numbers/{phoneNumberId}/settings
            GET PATCH /v1/organization/whatsapp/phone-numbers/{phoneNumberId}/business-profile
            GET POST /v1/organization/whatsapp/templates
            GET DELETE /v1/organization/whatsapp/templates/{templateId}
            POST /v1/organization/whatsapp/templates/{templateId}/apps
            DELETE /v1/organization/whatsapp/templates/{templateId}/apps/{appId}
            GET /v1/organization/phone-numbers
            GET DELETE /v1/organization/phone-numbers/{phoneNumberId}
            PUT /v1/organization/phone-numbers/{phoneNumberId}/apps
            POST /v1/organization/phone-numbers/{appId}/purchase
            GET /v1/organization/sms/messages
            GET /v1/organization/sms/messages/{messageId}
            GET POST /v1/organization/embedded-signup/sessions
            GET DELETE /v1/organization/embedded-signup/sessions/{sessionId}
            POST /v1/organization/embedded-signup/sessions/{sessionId}/complete
            GET /v1/organization/billing/summary
            GET /v1/organization/billing/records
            GET /v1/organization/billing/records/{recordId}
            GET PUT PATCH /v1/organization/settings
            GET /v1/organization/stats
            POST /v1/organization/playground/whatsapp/inbound
            POST /v1/organization/playground/sms/inbound
            GET POST /v1/organization/playground/phone-numbers
            """;

    static Stream<Arguments> table() {
        return contract().map(call -> Arguments.of(call[0], call[1].replaceAll("\\{\\w+}", "some-id")));
    }

    /** Each method with its path. */
    private static Stream<String[]> contract() {
        return CONTRACT.lines().flatMap(line -> {
            String[] words = line.split(" ");
            return Stream.of(words).limit(words.length - 1).map(method -> new String[] {method, words[words.length - 1]});
        });
    }

    @Test
    void theTableIsTheContracts() {
        assertThat(OtherFamilies.PATHS.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(method -> method + " " + entry.getKey())))
                .containsExactlyInAnyOrderElementsOf(contract().map(call -> call[0] + " " + call[1]).toList());
    }

    @ParameterizedTest
    @MethodSource("table")
    void aFamilyThatIsNotSpokenIsNotOfferedRatherThanUnknown(String method, String path) {
        HttpRequest<?> request = HttpRequest.create(HttpMethod.valueOf(method), path);

        assertThat(OtherFamilies.UNSERVED.insteadOf(new Refusal.UnknownPath(path), request))
                .isEqualTo(new Refusal.NotOffered(method + " " + path));
        assertThat(OtherFamilies.UNSERVED.insteadOf(new Refusal.WrongMethod(method, Set.of("GET")), request))
                .isEqualTo(new Refusal.NotOffered(method + " " + path));
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyPathOfTheTableIsChirps(String method, String path) {
        assertThat(new ChirpApi().serves(path)).as(method).isTrue();
    }

    @Test
    void aMethodThatAKnownPathDoesNotTakeIsWrong() {
        assertThat(OtherFamilies.UNSERVED.insteadOf(new Refusal.UnknownPath("/v1/functions"), HttpRequest.DELETE("/v1/functions")))
                .isEqualTo(new Refusal.WrongMethod("DELETE", Set.of("GET", "POST")));
    }

    @Test
    void aPathThatIsSpokenInPartTakesTheMethodsOfBothParts() {
        assertThat(OtherFamilies.UNSERVED.insteadOf(
                        new Refusal.WrongMethod("PATCH", Set.of("GET")),
                        HttpRequest.PATCH("/v1/organization/whatsapp/phone-numbers", "")))
                .isEqualTo(new Refusal.WrongMethod("PATCH", Set.of("GET", "POST")));
    }

    @Test
    void whatIsInNoFamilyStaysUnknown() {
        Refusal unknown = new Refusal.UnknownPath("/v1/whatsapp/parrots");

        assertThat(OtherFamilies.UNSERVED.insteadOf(unknown, HttpRequest.GET("/v1/whatsapp/parrots"))).isEqualTo(unknown);
    }
}
