package io.stele.contracts.kapso.graph;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * An interactive message as sent (contract section 2.2), or a customer's reply to one (section 2.7): the replies use
 * {@code buttonReply}, {@code listReply} and {@code nfmReply} and nothing else.
 *
 * @param type the kind; decides which members of {@code action} are used
 * @param header text, image, video or document above the body
 * @param body at most 1024 characters, a list's 4096
 * @param footer at most 60 characters
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Interactive(
        @Nullable String type,
        @Nullable Header header,
        @Nullable TextPart body,
        @Nullable TextPart footer,
        @Nullable InteractiveAction action,
        @Nullable Choice buttonReply,
        @Nullable Choice listReply,
        @Nullable FormReply nfmReply) {

    /**
     * The part above the body.
     *
     * @param type {@code text}, {@code image}, {@code video} or {@code document}, and names the member that is set
     * @param text at most 60 characters
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Header(
            @Nullable String type,
            @Nullable String text,
            @Nullable Media image,
            @Nullable Media video,
            @Nullable Media document) {}

    /** A body or footer. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TextPart(@Nullable String text) {}

    /**
     * The reply button or list row that the customer chose.
     *
     * @param description list rows only
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Choice(@Nullable String id, @Nullable String title, @Nullable String description) {}

    /**
     * A filled-in form: a flow's or an address request's.
     *
     * @param name {@code flow} or {@code address_message}
     * @param responseJson the form's values, a JSON document inside a string
     * @param body a summary for people
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FormReply(
            @Nullable String name, @Nullable String responseJson, @Nullable String body) {}
}
