package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /v1/balance} (contract §2.9). {@code totalSpent} and {@code creditLimit} are always written.
 *
 * @param balance in cents
 * @param currency ISO 4217 code
 * @param totalSpent in cents; null when it is not counted
 * @param creditLimit in cents; null when there is none
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuBalance(
        BigDecimal balance,
        String currency,
        @Nullable Boolean isSubAccount,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal totalSpent,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal creditLimit) {}
