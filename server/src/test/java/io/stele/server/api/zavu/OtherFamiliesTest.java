package io.stele.server.api.zavu;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.stele.server.http.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Zavu has and this server has not is said so, on every path and method of the contract. */
class OtherFamiliesTest {

    /** Contract §2.3 to §2.14, §6.1. */
    private static final String CONTRACT =
            """
            GET POST /v1/contacts
            GET /v1/contacts/phone/{phoneNumber}
            GET PATCH DELETE /v1/contacts/{contactId}
            POST /v1/contacts/{contactId}/merge
            DELETE /v1/contacts/{contactId}/merge-suggestion
            POST /v1/contacts/{contactId}/channels
            PATCH DELETE /v1/contacts/{contactId}/channels/{channelId}
            POST /v1/contacts/{contactId}/channels/{channelId}/primary
            GET PATCH /v1/senders/{senderId}/profile
            POST /v1/senders/{senderId}/profile/picture
            POST DELETE /v1/senders/{senderId}/telegram
            POST /v1/senders/{senderId}/channels/{channel}/activate
            POST /v1/senders/{senderId}/channels/{channel}/deactivate
            GET /v1/senders/{senderId}/whatsapp-sync
            POST /v1/senders/{senderId}/whatsapp-sync/contacts
            POST /v1/senders/{senderId}/whatsapp-sync/history
            GET POST PATCH DELETE /v1/senders/{senderId}/agent
            GET /v1/senders/{senderId}/agent/stats
            GET /v1/senders/{senderId}/agent/executions
            GET /v1/senders/{senderId}/agent/executions/{executionId}
            GET POST /v1/senders/{senderId}/agent/flows
            GET PATCH DELETE /v1/senders/{senderId}/agent/flows/{flowId}
            POST /v1/senders/{senderId}/agent/flows/{flowId}/duplicate
            GET POST /v1/senders/{senderId}/agent/knowledge-bases
            GET PATCH DELETE /v1/senders/{senderId}/agent/knowledge-bases/{baseId}
            GET POST /v1/senders/{senderId}/agent/knowledge-bases/{baseId}/documents
            GET PATCH DELETE /v1/senders/{senderId}/agent/knowledge-bases/{baseId}/documents/{documentId}
            GET POST /v1/senders/{senderId}/agent/tools
            GET PATCH DELETE /v1/senders/{senderId}/agent/tools/{toolId}
            POST /v1/senders/{senderId}/agent/tools/{toolId}/test
            GET /v1/senders/{senderId}/agent/tools/{toolId}/test-runs
            POST /v1/senders/{senderId}/agent/tools/{toolId}/webhook/secret
            GET POST /v1/templates
            POST /v1/templates/sync
            GET DELETE /v1/templates/{templateId}
            POST /v1/templates/{templateId}/submit
            GET POST /v1/broadcasts
            GET PATCH DELETE /v1/broadcasts/{broadcastId}
            POST /v1/broadcasts/{broadcastId}/send
            PATCH /v1/broadcasts/{broadcastId}/schedule
            POST /v1/broadcasts/{broadcastId}/cancel
            POST /v1/broadcasts/{broadcastId}/retry-review
            POST /v1/broadcasts/{broadcastId}/escalate
            GET /v1/broadcasts/{broadcastId}/progress
            GET POST /v1/broadcasts/{broadcastId}/contacts
            DELETE /v1/broadcasts/{broadcastId}/contacts/{contactId}
            POST /v1/introspect/phone
            POST /v1/introspect/email
            GET POST /v1/urls
            GET /v1/urls/{urlId}
            POST /v1/urls/{urlId}/escalate
            GET POST /v1/email-domains
            GET DELETE /v1/email-domains/{domainId}
            POST /v1/email-domains/{domainId}/verify
            GET POST /v1/phone-numbers
            GET /v1/phone-numbers/available
            GET /v1/phone-numbers/requirements
            GET PATCH DELETE /v1/phone-numbers/{phoneNumberId}
            GET POST /v1/calls
            GET /v1/calls/{callId}
            POST /v1/calls/{callId}/hangup
            GET POST /v1/invitations
            GET POST PATCH DELETE /v1/invitations/webhook
            GET /v1/invitations/{invitationId}
            POST /v1/invitations/{invitationId}/cancel
            GET POST /v1/addresses
            GET DELETE /v1/addresses/{addressId}
            GET POST /v1/documents
            POST /v1/documents/upload-url
            GET DELETE /v1/documents/{documentId}
            GET POST /v1/10dlc/brands
            GET /v1/10dlc/brands/use-cases
            GET PATCH DELETE /v1/10dlc/brands/{brandId}
            POST /v1/10dlc/brands/{brandId}/submit
            POST /v1/10dlc/brands/{brandId}/sync
            GET POST /v1/10dlc/campaigns
            GET PATCH DELETE /v1/10dlc/campaigns/{campaignId}
            POST /v1/10dlc/campaigns/{campaignId}/submit
            POST /v1/10dlc/campaigns/{campaignId}/sync
            GET POST /v1/10dlc/campaigns/{campaignId}/phone-numbers
            DELETE /v1/10dlc/campaigns/{campaignId}/phone-numbers/{assignmentId}
            GET POST /v1/sub-accounts
            GET PATCH DELETE /v1/sub-accounts/{subAccountId}
            GET /v1/sub-accounts/{subAccountId}/balance
            GET POST /v1/sub-accounts/{subAccountId}/api-keys
            DELETE /v1/sub-accounts/{subAccountId}/api-keys/{keyId}
            GET POST /v1/agents
            GET /v1/agents/voices
            GET PATCH DELETE /v1/agents/{agentId}
            POST /v1/agents/{agentId}/test
            POST /v1/agents/{agentId}/senders
            DELETE /v1/agents/{agentId}/senders/{senderId}
            GET /v1/agent-templates
            GET /v1/agent-templates/{templateId}
            GET POST /v1/functions
            GET /v1/functions/event-types
            GET /v1/functions/deployments/{deploymentId}
            PATCH DELETE /v1/functions/triggers/{triggerId}
            GET PATCH DELETE /v1/functions/{functionId}
            POST /v1/functions/{functionId}/deploy
            GET /v1/functions/{functionId}/deployments
            GET POST PATCH DELETE /v1/functions/{functionId}/git-link
            POST /v1/functions/{functionId}/git-link/deploy
            GET /v1/functions/{functionId}/logs
            POST /v1/functions/{functionId}/rollback
            GET /v1/functions/{functionId}/secrets
            PUT DELETE /v1/functions/{functionId}/secrets/{key}
            GET POST /v1/functions/{functionId}/triggers
            GET POST /v2/messages
            GET POST /v2/channels
            GET /v2/channels/{address}
            DELETE /v2/channels/{address}/{type}
            POST /v2/channels/{address}/{type}/activate
            POST /v2/channels/{address}/{type}/deactivate
            POST /v2/numbers
            GET PUT DELETE /v2/webhook
            POST /v2/webhook/secret
            """;

    private final ZavuApi api = new ZavuApi();

    static Stream<Arguments> calls() {
        return contract().map(call -> Arguments.of(call[0], call[1].replaceAll("\\{\\w+}", "x1")));
    }

    /** Each method with its path. */
    private static Stream<String[]> contract() {
        return CONTRACT.lines().flatMap(line -> {
            String[] words = line.split(" ");
            return Stream.of(words).limit(words.length - 1).map(method -> new String[] {method, words[words.length - 1]});
        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isAnsweredAsNotOffered(String method, String path) {
        HttpRequest<?> request = HttpRequest.create(HttpMethod.valueOf(method), path);

        assertThat(api.render(new Refusal.UnknownPath(path), request).code()).isEqualTo(501);
        assertThat(api.serves(path)).isTrue();
    }

    @Test
    void theTableIsTheContracts() {
        assertThat(OtherFamilies.PATHS.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream().map(method -> method + " " + entry.getKey())))
                .containsExactlyInAnyOrderElementsOf(contract().map(call -> call[0] + " " + call[1]).toList());
    }
}
