package io.stele.contracts.kapso.graph;

import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a customer's message can hold beyond what can be sent. */
public interface ReceivedContent extends MessageContent {

    @Nullable Order order();

    @Nullable PressedButton button();

    /**
     * News about the customer's account, an object: {@code type} such as {@code customer_changed_number}, {@code body} for
     * people, {@code wa_id} (in an older form {@code new_wa_id}) for the new number, and more.
     */
    @Nullable JsonNode system();

    /** About the original of an unsupported message, an object. */
    @Nullable JsonNode unsupported();

    /** Why an unsupported message could not be passed on, an array of {@link MessageError}s. */
    @Nullable JsonNode errors();

    @Nullable MessageContext context();

    /**
     * The advertisement that led the customer to write, an object, as Meta reports it: {@code source_url}, {@code source_id},
     * {@code source_type} ({@code ad} or {@code post}), {@code headline}, {@code body}, {@code media_type}, {@code image_url},
     * {@code video_url}, {@code thumbnail_url}, {@code ctwa_clid} (the click's id), {@code welcome_message} with {@code text}, and
     * more.
     */
    @Nullable JsonNode referral();
}
