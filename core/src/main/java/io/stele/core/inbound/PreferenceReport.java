package io.stele.core.inbound;

import io.stele.core.address.Address;
import io.stele.core.address.Identity;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.MarketingPreference;

/**
 * A provider says what a person wants of an endpoint's marketing.
 *
 * @param identity by what the channel knows the person besides
 */
public record PreferenceReport(Endpoint endpoint, Address person, Identity identity, MarketingPreference preference) {}
