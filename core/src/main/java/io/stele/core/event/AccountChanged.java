package io.stele.core.event;

import io.stele.core.account.AccountReport;
import io.stele.core.channel.EndpointId;
import org.jspecify.annotations.Nullable;

/** The provider told us of one of its accounts. */
public record AccountChanged(AccountReport report) implements Event {

    /** None: it is about all of the account's. */
    @Override
    public @Nullable EndpointId endpoint() {
        return null;
    }

    @Override
    public String businessAccount() {
        return report.businessAccountId();
    }
}
