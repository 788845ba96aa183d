package io.stele.core.message;

import org.jspecify.annotations.Nullable;

/** What a person tapped or filled in. */
public sealed interface Reply extends Content {

    /** A reply button of an interactive message was tapped. */
    record ButtonReply(String id, String title) implements Reply {}

    /** A line of a menu was chosen. */
    record ListReply(String id, String title, @Nullable String description) implements Reply {}

    /**
     * A flow or an address form was filled in.
     *
     * @param name the action's name, for example {@code flow} or {@code address_message}
     * @param responseJson what was filled in, as the JSON text that came
     * @param body a summary for people
     */
    record FlowReply(@Nullable String name, String responseJson, @Nullable String body) implements Reply {}

    /** A quick-reply button of a template was tapped. */
    record QuickReply(String text, @Nullable String payload) implements Reply {}
}
