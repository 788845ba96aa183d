package io.stele.core.conversation;

import io.stele.core.address.Address;
import io.stele.core.channel.EndpointId;
import io.stele.core.contact.MarketingPreference;
import io.stele.core.message.ServiceWindow;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person at one endpoint. There is exactly one for each pair of endpoint and address.
 *
 * @param window the newest customer-service window; null before the person's first message
 * @param marketing what the person last asked of the endpoint about marketing; null when nothing
 * @param delivered how many outbound messages are known to have arrived
 * @param failed how many outbound messages are known not to have arrived
 */
public record Correspondence(
        UUID id,
        EndpointId endpoint,
        Address address,
        UUID contactId,
        UUID threadId,
        @Nullable ServiceWindow window,
        @Nullable MarketingPreference marketing,
        int delivered,
        int failed) {

    /** Whether the person wants no marketing from the endpoint. */
    public boolean hasStoppedMarketing() {
        return marketing != null && marketing.isStop();
    }

    /** How many outbound messages have come to a known end. */
    public int attempts() {
        return delivered + failed;
    }

    /** The share of those that arrived, 0 to 1; 1 when none has come to an end. */
    public double successRate() {
        return attempts() == 0 ? 1.0 : (double) delivered / attempts();
    }
}
