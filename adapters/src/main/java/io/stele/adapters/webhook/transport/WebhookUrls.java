package io.stele.adapters.webhook.transport;

import io.stele.adapters.http.AddressGuard;
import io.stele.adapters.http.OutboundUrl;
import io.stele.adapters.http.UrlCheck;
import io.stele.adapters.http.UrlFault;
import java.util.Optional;

/**
 * Says which URLs a webhook may have: {@code https}, or {@code http} to networks that the operator allows; to no address that is not public, unless
 * it is allowed.
 *
 * @param guard where deliveries may go
 */
public record WebhookUrls(AddressGuard guard) {

    /**
     * Looks at a URL as somebody entered it. No name is looked up, so that a name which leads inward passes here, and no delivery ever reaches it.
     *
     * @return what is wrong with it, of which {@link UrlFault#reason} tells as a sentence's predicate; empty when it may be used
     */
    public Optional<UrlFault> check(String url) {
        return switch (OutboundUrl.check(url, guard)) {
            case UrlCheck.Usable _ -> Optional.empty();
            case UrlCheck.Unusable(UrlFault fault) -> Optional.of(fault);
        };
    }
}
