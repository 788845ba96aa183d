package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a customer is asked for an address.
 *
 * @param country two letters
 * @param values what is filled in already, by field
 * @param savedAddresses addresses to choose from
 * @param validationErrors what was wrong with an earlier answer, by field
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractiveAddress(
        @Nullable String country,
        @Nullable Map<String, String> values,
        @Nullable List<SavedAddress> savedAddresses,
        @Nullable Map<String, String> validationErrors) {

    /** One address to choose from. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SavedAddress(@Nullable String id, @Nullable Map<String, String> value) {}
}
