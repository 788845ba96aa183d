package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template and what fills it: the {@code template} of a send (contract §3.1) and the {@code templateData} of a
 * message (§5.5).
 *
 * @param language such as {@code es} or {@code en_US}
 * @param variables the body's placeholders, by position ({@code "1"}) or by name
 * @param headerVariables the header's placeholders
 * @param buttonVariables {@code button_<index>} to the values of that button
 * @param components what the three maps cannot say: media headers, currencies, coupon codes, carousels; an addition
 *     of Stele
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateBody(
        @Nullable String name,
        @Nullable String language,
        @Nullable Map<String, String> variables,
        @Nullable Map<String, String> headerVariables,
        @Nullable Map<String, List<String>> buttonVariables,
        @Nullable List<TemplateComponent> components) {}
