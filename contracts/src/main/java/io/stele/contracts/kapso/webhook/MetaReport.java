package io.stele.contracts.kapso.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.stele.contracts.kapso.Message;
import io.stele.contracts.kapso.graph.DeliveryStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Meta reports of one number; of the lists one is there, and {@code contacts} beside it.
 *
 * @param messagingProduct always {@code whatsapp}
 * @param contacts who the other list is about
 * @param messages what people wrote
 * @param statuses how far messages have come
 * @param messageEchoes what the business wrote with WhatsApp's own app
 * @param userPreferences what people want of marketing
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetaReport(
        @Nullable String messagingProduct,
        @Nullable Metadata metadata,
        @Nullable List<Person> contacts,
        @Nullable List<Message> messages,
        @Nullable List<DeliveryStatus> statuses,
        @Nullable List<Message> messageEchoes,
        @Nullable List<Preference> userPreferences) {

    /**
     * The business's number.
     *
     * @param displayPhoneNumber its digits
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Metadata(@Nullable String displayPhoneNumber, @Nullable String phoneNumberId) {}

    /**
     * A person.
     *
     * @param profile always there, also when it is empty
     * @param waId the person's digits
     * @param userId the person's business-scoped user id
     * @param parentUserId the person's id in the parent business
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Person(
            Profile profile, @Nullable String waId, @Nullable String userId, @Nullable String parentUserId) {}

    /**
     * What a person calls themself.
     *
     * @param username the person's WhatsApp name
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Profile(@Nullable String name, @Nullable String username) {}

    /**
     * What a person wants of marketing.
     *
     * @param detail for people
     * @param category always {@code marketing_messages}
     * @param value {@code stop} or {@code resume}
     * @param timestamp Unix seconds, a number
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Preference(
            @Nullable String waId,
            @Nullable String userId,
            @Nullable String parentUserId,
            @Nullable String detail,
            @Nullable String category,
            @Nullable String value,
            @Nullable Long timestamp) {}
}
