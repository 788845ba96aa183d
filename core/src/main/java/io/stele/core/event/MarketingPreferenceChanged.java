package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import io.stele.core.contact.MarketingPreference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person has asked an endpoint to stop marketing, or to resume it.
 *
 * @param previous what the person had asked before; null when nothing
 */
public record MarketingPreferenceChanged(
        EndpointId endpoint,
        UUID contact,
        MarketingPreference preference,
        @Nullable MarketingPreference previous)
        implements Event {}
