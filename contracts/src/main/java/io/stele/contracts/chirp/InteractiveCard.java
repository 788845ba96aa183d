package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One card of a carousel: a link ({@code buttonText} and {@code url}) or quick replies ({@code buttons}).
 *
 * @param index counted from 0
 * @param body up to 160 characters
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InteractiveCard(
        @Nullable Integer index,
        @Nullable InteractiveMedia headerMedia,
        @Nullable String body,
        @Nullable List<InteractiveButton> buttons,
        @Nullable String buttonText,
        @Nullable String url) {}
