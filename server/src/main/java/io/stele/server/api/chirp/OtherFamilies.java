package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.uri.UriMatchTemplate;
import io.stele.server.http.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
            path("/v1/media/{mediaId}", "GET"),
            path("/v1/webhooks", "GET", "POST"),
            path("/v1/webhooks/{webhookId}", "GET", "PUT", "DELETE"),
            path("/v1/playground/sms/inbound", "POST"),
            path("/v1/playground/phone-numbers", "GET", "POST"),
            path("/v1/sms", "POST"),
            path("/v1/sms/messages", "GET"),
            path("/v1/sms/messages/{messageId}", "GET"),
            path("/v1/organization/apps", "GET", "POST"),
            path("/v1/organization/apps/{appId}", "GET", "PUT", "DELETE"),
            path("/v1/organization/apps/{appId}/keys", "GET"),
            path("/v1/organization/apps/{appId}/webhooks", "GET", "POST"),
            path("/v1/organization/apps/{appId}/webhooks/{webhookId}", "GET", "PUT", "DELETE"),
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
            path("/v1/organization/playground/sms/inbound", "POST"));

    private static final List<Entry> TABLE = PATHS.entrySet().stream()
            .map(entry -> new Entry(UriMatchTemplate.of(entry.getKey()), entry.getValue()))
            .toList();

    private record Entry(UriMatchTemplate template, Set<String> methods) {}

    private OtherFamilies() {}

    /** The refusal as it should be told: a path or a method that the server does not have, but Chirp has, is not unknown. */
    static Refusal insteadOf(Refusal refusal, HttpRequest<?> request) {
        return switch (refusal) {
            case Refusal.UnknownPath _ -> known(request, Set.of()).orElse(refusal);
            case Refusal.WrongMethod(_, Set<String> allowed) -> known(request, allowed).orElse(refusal);
            case Refusal.ByDomain _,
                    Refusal.BadField _,
                    Refusal.BadBody _,
                    Refusal.KeyMissing _,
                    Refusal.KeyRefused _,
                    Refusal.WrongContentType _,
                    Refusal.BodyTooLarge _,
                    Refusal.NotOffered _,
                    Refusal.TooMany _,
                    Refusal.Fault _ -> refusal;
        };
    }

    private static Optional<Refusal> known(HttpRequest<?> request, Set<String> served) {
        String method = request.getMethodName();
        Set<String> methods = TABLE.stream()
                .filter(entry -> entry.template().match(request.getPath()).isPresent())
                .flatMap(entry -> entry.methods().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.isEmpty()) {
            return Optional.empty();
        }
        if (methods.contains(method)) {
            return Optional.of(new Refusal.NotOffered(method + " " + request.getPath()));
        }
        methods.addAll(served);
        return Optional.of(new Refusal.WrongMethod(method, methods));
    }

    private static Map.Entry<String, Set<String>> path(String path, String... methods) {
        return Map.entry(path, Stream.of(methods).collect(Collectors.toUnmodifiableSet()));
    }
}
