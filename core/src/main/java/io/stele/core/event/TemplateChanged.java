package io.stele.core.event;

import io.stele.core.channel.EndpointId;
import io.stele.core.template.TemplateReport;
import org.jspecify.annotations.Nullable;

/** The provider told us of a template of one of its accounts: of its status, or of its category. */
public record TemplateChanged(TemplateReport report) implements Event {

    /** None: a template is the account's. */
    @Override
    public @Nullable EndpointId endpoint() {
        return null;
    }

    @Override
    public String businessAccount() {
        return report.businessAccountId();
    }
}
