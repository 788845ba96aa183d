package io.stele.contracts.zavu;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Whose key the request carried: the answer to {@code GET /v1/me} (contract §2.9). The two names are always written.
 *
 * @param isTestMode whether it is a {@code zv_test_} key
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZavuAccount(Project project, Team team, ApiKey apiKey, boolean isTestMode) {

    /** The project that the key belongs to. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Project(
            String id, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name, boolean isSubAccount) {}

    /** The team that the project belongs to. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Team(String id, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String name) {}

    /** The key itself, by its id. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ApiKey(String id) {}
}
