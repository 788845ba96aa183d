package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The use of an approved template (contract section 2.3).
 *
 * @param name the template's name
 * @param components the values for its variable parts; absent when it has none
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Template(
        @Nullable String name,
        @Nullable Language language,
        @Nullable List<TemplateComponent> components) {

    /**
     * The template's language.
     *
     * @param code such as {@code de} or {@code pt_BR}
     * @param policy {@code deterministic} when present
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Language(@Nullable String code, @Nullable String policy) {}
}
