package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The one error shape of every endpoint (contract §1.3). */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ErrorEnvelope(Detail error) {

    /**
     * What went wrong.
     *
     * @param type {@code invalid_request_error}, {@code authentication_error}, {@code provider_error} or
     *     {@code api_error}
     * @param code only for the errors of contract §1.4; left out elsewhere
     * @param message a sentence that an end user may see
     * @param docUrl where {@code code} is explained; left out with it
     * @param param the parameter at fault, such as {@code from} or {@code interactive.buttons[0].title}; written as
     *     {@code null} when it is none
     * @param provider only when WhatsApp's side refused
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            String type,
            @Nullable String code,
            String message,
            @JsonProperty("doc_url") @Nullable String docUrl,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String param,
            @Nullable Provider provider) {}

    /**
     * What the provider said.
     *
     * @param source {@code meta}
     * @param code the provider's own code, a number or a string
     * @param traceId Meta's trace id
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Provider(
            String source,
            JsonNode code,
            String message,
            @JsonProperty("fbtrace_id") @Nullable String traceId) {}
}
