package io.stele.adapters.kapso.webhook;

import io.stele.core.webhook.RetrySchedule;
import java.time.Duration;
import java.util.List;

/** When Kapso tries again, in either form (contract section 4.6). */
final class Retries {

    static final RetrySchedule SCHEDULE = new RetrySchedule(
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(40), Duration.ofSeconds(90)), Duration.ofSeconds(10));

    private Retries() {}
}
