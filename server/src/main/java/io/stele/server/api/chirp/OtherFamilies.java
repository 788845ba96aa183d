package io.stele.server.api.chirp;

import io.stele.server.http.UnservedPaths;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The families of Chirp's API that this server does not speak (contract §3, §4), also those that the contract knows only by
 * name. Their paths are known: they are answered as not offered, not as unknown.
 */
final class OtherFamilies {

    /** Each path with its methods. */
    static final Map<String, Set<String>> PATHS = Map.ofEntries(
            path("/v1/whatsapp/templates", "GET", "POST"),
            path("/v1/whatsapp/templates/{templateId}", "GET", "PUT", "DELETE"),
            path("/v1/whatsapp/phone-numbers/{phoneNumberId}/business-profile", "GET", "PATCH"),
            path("/v1/whatsapp/phone-numbers/{phoneNumberId}/settings", "GET", "PATCH"),
            path("/v1/whatsapp/groups", "GET", "POST"),
            path("/v1/whatsapp/groups/{groupId}", "GET", "PATCH", "PUT", "DELETE"),
            path("/v1/whatsapp/groups/{groupId}/messages", "POST"),
            path("/v1/whatsapp/groups/{groupId}/participants", "GET", "DELETE"),
            path("/v1/whatsapp/groups/{groupId}/participants/{participantId}", "DELETE"),
            path("/v1/whatsapp/groups/{groupId}/invite-link", "GET", "POST", "DELETE"),
            path("/v1/whatsapp/groups/{groupId}/join-requests", "GET"),
            path("/v1/whatsapp/groups/{groupId}/join-requests/approve", "POST"),
            path("/v1/whatsapp/groups/{groupId}/join-requests/reject", "POST"),
            path("/v1/media", "POST"),
            path("/v1/playground/sms/inbound", "POST"),
            path("/v1/playground/phone-numbers", "GET", "POST"),
            path("/v1/sms", "POST"),
            path("/v1/sms/messages", "GET"),
            path("/v1/sms/messages/{messageId}", "GET"),
            path("/v1/phone-numbers", "POST"),
            path("/v1/phone-numbers/{phoneNumberId}", "DELETE"),
            path("/v1/calls", "POST"),
            path("/v1/calls/{callId}", "GET"),
            path("/v1/calls/{callId}/commands", "POST"),
            path("/v1/functions", "GET", "POST"),
            path("/v1/functions/{functionId}", "GET", "PUT", "DELETE"),
            path("/v1/organization/apps", "GET", "POST"),
            path("/v1/organization/apps/{appId}", "GET", "PUT", "DELETE"),
            path("/v1/organization/apps/{appId}/keys", "GET"),
            path("/v1/organization/apps/{appId}/phone-numbers", "GET", "POST"),
            path("/v1/organization/apps/{appId}/phone-numbers/{phoneNumberId}", "DELETE"),
            path("/v1/organization/app-keys", "GET", "POST"),
            path("/v1/organization/app-keys/{keyId}", "DELETE"),
            path("/v1/organization/admin-keys", "GET", "POST"),
            path("/v1/organization/admin-keys/{keyId}", "DELETE"),
            path("/v1/organization/whatsapp/business-profiles", "GET"),
            path("/v1/organization/whatsapp/business-profiles/start-attempt", "POST"),
            path("/v1/organization/whatsapp/business-profiles/callback", "POST"),
            path("/v1/organization/whatsapp/business-profiles/claim", "POST"),
            path("/v1/organization/whatsapp/business-profiles/{profileId}", "GET", "DELETE"),
            path("/v1/organization/whatsapp/phone-numbers", "POST"),
            path("/v1/organization/whatsapp/phone-numbers/{phoneNumberId}", "DELETE"),
            path("/v1/organization/whatsapp/phone-numbers/{phoneNumberId}/apps", "PUT"),
            path("/v1/organization/whatsapp/phone-numbers/{phoneNumberId}/settings", "GET", "PATCH"),
            path("/v1/organization/whatsapp/phone-numbers/{phoneNumberId}/business-profile", "GET", "PATCH"),
            path("/v1/organization/whatsapp/templates", "GET", "POST"),
            path("/v1/organization/whatsapp/templates/{templateId}", "GET", "DELETE"),
            path("/v1/organization/whatsapp/templates/{templateId}/apps", "POST"),
            path("/v1/organization/whatsapp/templates/{templateId}/apps/{appId}", "DELETE"),
            path("/v1/organization/phone-numbers", "GET"),
            path("/v1/organization/phone-numbers/{phoneNumberId}", "GET", "DELETE"),
            path("/v1/organization/phone-numbers/{phoneNumberId}/apps", "PUT"),
            path("/v1/organization/phone-numbers/{appId}/purchase", "POST"),
            path("/v1/organization/sms/messages", "GET"),
            path("/v1/organization/sms/messages/{messageId}", "GET"),
            path("/v1/organization/embedded-signup/sessions", "GET", "POST"),
            path("/v1/organization/embedded-signup/sessions/{sessionId}", "GET", "DELETE"),
            path("/v1/organization/embedded-signup/sessions/{sessionId}/complete", "POST"),
            path("/v1/organization/billing/summary", "GET"),
            path("/v1/organization/billing/records", "GET"),
            path("/v1/organization/billing/records/{recordId}", "GET"),
            path("/v1/organization/settings", "GET", "PUT", "PATCH"),
            path("/v1/organization/stats", "GET"),
            path("/v1/organization/playground/whatsapp/inbound", "POST"),
            path("/v1/organization/playground/sms/inbound", "POST"),
            path("/v1/organization/playground/phone-numbers", "GET", "POST"));

    /** Tells the refusals of these paths. */
    static final UnservedPaths UNSERVED = new UnservedPaths(PATHS);

    private OtherFamilies() {}

    private static Map.Entry<String, Set<String>> path(String path, String... methods) {
        return Map.entry(path, Stream.of(methods).collect(Collectors.toUnmodifiableSet()));
    }
}
