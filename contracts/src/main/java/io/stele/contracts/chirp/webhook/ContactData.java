package io.stele.contracts.chirp.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The data of {@code contacts.whatsapp.*}. The contract does not show it; it is made like that of messages. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactData(Contact contact, @Nullable AppReference app) {

    /**
     * A person. All members are written.
     *
     * @param phoneNumber null for a person who hides it
     * @param userId WhatsApp's id of the person as one business sees them; null when unknown
     * @param contactName the name in the person's WhatsApp profile
     * @param displayName what the project calls the person
     * @param createdAt ISO-8601 in UTC with milliseconds, like {@code updatedAt}
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Contact(
            String id,
            @Nullable String phoneNumber,
            @Nullable String userId,
            @Nullable String contactName,
            @Nullable String displayName,
            String createdAt,
            String updatedAt) {}
}
