package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.stele.server.http.Refusal;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Kapso has and this server has not is said so, on every path and method of the contract. */
class OtherFamiliesTest {

    private final KapsoApi api = new KapsoApi();

    /** The contract's paths (§2, §3), written down once more. */
    private static final String CONTRACT =
            """
            POST DELETE           /meta/whatsapp/v24.0/77120034
            POST                  /meta/whatsapp/v24.0/1/marketing_messages
            POST                  /meta/whatsapp/v24.0/1/media
            GET POST PUT DELETE   /meta/whatsapp/v24.0/1/message_templates
            GET                   /meta/whatsapp/v24.0/1/message_templates/2
            GET POST              /meta/whatsapp/v24.0/1/whatsapp_business_profile
            GET                   /meta/whatsapp/v24.0/1/phone_numbers
            POST                  /meta/whatsapp/v24.0/1/request_code
            POST                  /meta/whatsapp/v24.0/1/verify_code
            POST                  /meta/whatsapp/v24.0/1/register
            POST                  /meta/whatsapp/v24.0/1/deregister
            GET POST              /meta/whatsapp/v24.0/1/settings
            GET POST DELETE       /meta/whatsapp/v24.0/1/username
            GET                   /meta/whatsapp/v24.0/1/username_suggestions
            GET POST DELETE       /meta/whatsapp/v24.0/1/block_users
            GET POST              /meta/whatsapp/v24.0/1/calls
            GET                   /meta/whatsapp/v24.0/1/call_permissions
            GET POST              /meta/whatsapp/v24.0/1/flows
            GET POST              /meta/whatsapp/v24.0/1/assets
            POST                  /meta/whatsapp/v24.0/1/publish
            POST                  /meta/whatsapp/v24.0/1/deprecate
            DELETE                /meta/whatsapp/v24.0/flows/2
            GET POST              /platform/v1/whatsapp/conversations/7/assignments
            GET PATCH             /platform/v1/whatsapp/conversations/7/assignments/8
            POST                  /platform/v1/whatsapp/contacts
            DELETE                /platform/v1/whatsapp/contacts/15551234567
            GET                   /platform/v1/whatsapp/contacts/15551234567/marketing_preferences
            GET                   /platform/v1/whatsapp/contacts/15551234567/marketing_preferences/1
            GET                   /platform/v1/whatsapp/phone_numbers/1/health
            GET POST              /platform/v1/whatsapp/phone_numbers/1/display_name_requests
            GET                   /platform/v1/whatsapp/phone_numbers/1/display_name_requests/2
            GET POST              /platform/v1/customers/7/setup_links
            PATCH                 /platform/v1/customers/7/setup_links/8
            GET                   /platform/v1/api_logs
            GET POST              /platform/v1/log_search
            GET                   /platform/v1/log_search/catalog
            POST                  /platform/v1/whatsapp/media
            GET POST              /platform/v1/whatsapp/broadcasts
            GET PATCH             /platform/v1/whatsapp/broadcasts/7
            GET POST DELETE       /platform/v1/whatsapp/broadcasts/7/recipients
            POST                  /platform/v1/whatsapp/broadcasts/7/send
            POST                  /platform/v1/whatsapp/broadcasts/7/schedule
            POST                  /platform/v1/whatsapp/broadcasts/7/cancel
            GET                   /platform/v1/users
            GET POST              /platform/v1/inbox_embeds
            PATCH DELETE          /platform/v1/inbox_embeds/7
            GET POST              /platform/v1/whatsapp/flows
            GET POST              /platform/v1/whatsapp/flows/7/versions
            GET POST              /platform/v1/events
            GET                   /platform/v1/events/7
            GET POST              /platform/v1/event-definitions
            GET PATCH DELETE      /platform/v1/event-definitions/7
            GET                   /platform/v1/findings
            GET PATCH             /platform/v1/findings/7
            GET                   /platform/v1/notifications
            GET                   /platform/v1/provider_models
            GET POST              /platform/v1/workflows
            GET PATCH             /platform/v1/workflows/7
            POST                  /platform/v1/workflows/7/executions
            GET                   /platform/v1/workflow_executions/7
            GET POST              /platform/v1/triggers
            PATCH DELETE          /platform/v1/triggers/7
            GET POST              /platform/v1/functions
            POST                  /platform/v1/functions/7/deploy
            GET                   /platform/v1/databases
            GET                   /platform/v1/databases/7/tables
            GET POST              /platform/v1/db/orders
            GET                   /platform/v1/integrations
            GET                   /platform/v1/integrations/7
            """;

    @ParameterizedTest
    @MethodSource("calls")
    void isAnsweredAsNotOffered(String method, String path) {
        HttpRequest<?> request = HttpRequest.create(HttpMethod.valueOf(method), path);

        MutableHttpResponse<?> response = api.render(new Refusal.UnknownPath(path), request);

        assertThat(response.code()).isEqualTo(501);
        assertThat(api.serves(path)).isTrue();
    }

    static Stream<Arguments> calls() {
        return CONTRACT.lines().map(line -> line.split("\\s+")).flatMap(words -> Stream.of(words)
                .limit(words.length - 1)
                .map(method -> Arguments.of(method, words[words.length - 1])));
    }

    @ParameterizedTest
    @MethodSource("servedInPart")
    void aMethodThatOnlyKapsoHasIsNotOffered(String method, String path) {
        HttpRequest<?> request = HttpRequest.create(HttpMethod.valueOf(method), path);

        assertThat(api.render(new Refusal.WrongMethod(method, Set.of("GET")), request).code()).isEqualTo(501);
    }

    static Stream<Arguments> servedInPart() {
        return Stream.of(
                Arguments.of("POST", "/platform/v1/whatsapp/contacts"),
                Arguments.of("DELETE", "/platform/v1/whatsapp/contacts/15551234567"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/meta/whatsapp/v24.0/1/nothing",
                "/meta/whatsapp/nothing/1/media",
                "/meta/whatsapp/v24.0/nothing",
                "/meta/whatsapp/v24.0/messages",
                "/meta/whatsapp/v24.0/12x",
                "/platform/v1/event_definitions",
                "/platform/v1/triggersx",
                "/platform/v1/nothing",
                "/platform/v1/whatsapp/nothing",
            })
    void whatNobodyHasIsUnknown(String path) {
        assertThat(api.render(new Refusal.UnknownPath(path), HttpRequest.GET(path)).code()).isEqualTo(404);
    }
}
