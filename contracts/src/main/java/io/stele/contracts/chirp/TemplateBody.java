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
 * @param id the template's id, where another API named it by that; never read in a send
 * @param language such as {@code es} or {@code en_US}
 * @param languagePolicy Meta's policy, where another API gave one; never read in a send
 * @param variables the body's placeholders, by position ({@code "1"}) or by name
 * @param headerVariables the header's placeholders
 * @param buttonVariables {@code button_<index>} to the values of that button
 * @param components what the three maps cannot say: media headers, currencies, coupon codes, carousels; an addition
 *     of Stele
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateBody(
        @Nullable String id,
        @Nullable String name,
        @Nullable String language,
        @Nullable String languagePolicy,
        @Nullable Map<String, String> variables,
        @Nullable Map<String, String> headerVariables,
        @Nullable Map<String, List<String>> buttonVariables,
        @Nullable List<TemplateComponent> components) {}
