package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * News about the customer's account, in place of a message.
 *
 * @param body a sentence for people
 * @param type such as {@code customer_changed_number} or {@code customer_identity_changed}
 * @param waId the customer's new number, in the present form of the notice
 * @param newWaId the same, in an older form
 * @param identity a hash of the customer's new identity
 * @param customer the number before the change
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SystemNotice(
    @Nullable String body,
    @Nullable String type,
    @Nullable String waId,
    @Nullable String newWaId,
    @Nullable String identity,
    @Nullable String customer) {}
