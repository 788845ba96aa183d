package io.stele.contracts.kapso.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Meta's envelope around everything that it reports (contract section 4.7).
 *
 * @param object always {@code whatsapp_business_account}
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetaNotification(@Nullable String object, @Nullable List<Entry> entry) {

    /**
     * News of one business account.
     *
     * @param id the account's
     * @param time Unix seconds; reports on templates only
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(@Nullable String id, @Nullable Long time, @Nullable List<Change> changes) {}

    /**
     * One thing that happened.
     *
     * @param field what kind of thing it is
     * @param value a {@link MetaReport}, or for templates an object of their own
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(@Nullable String field, @Nullable JsonNode value) {}
}
