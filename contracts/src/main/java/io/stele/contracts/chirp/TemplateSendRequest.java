package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template to send by its own path (contract §3.4), whose names differ from those of {@link TemplateBody}.
 *
 * @param from E.164, a number assigned to the calling app
 * @param to E.164
 * @param variables the body's placeholders
 * @param headerVariables the header's placeholders
 * @param buttonVariables {@code button_<index>} to the values of that button
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateSendRequest(
        @Nullable String from,
        @Nullable String to,
        @Nullable String templateName,
        @Nullable String languageCode,
        @Nullable Map<String, String> variables,
        @Nullable Map<String, String> headerVariables,
        @Nullable Map<String, List<String>> buttonVariables) {}
