package io.stele.adapters.kapso;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.graph.GraphContent;
import io.stele.adapters.json.JsonTexts;
import io.stele.contracts.kapso.MessageExtensions;
import io.stele.core.message.Content;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.Message;
import io.stele.core.message.Order;
import io.stele.core.message.Reply;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what Kapso adds to a message (contract section 2.7). */
@Singleton
final class ExtensionsWriter {

    private final JsonTexts json;

    ExtensionsWriter(JsonTexts json) {
        this.json = json;
    }

    MessageExtensions write(
            Message message, String id, @Nullable String phoneNumberId, GraphContent wire, Surface surface) {
        Content content = message.content();
        MessageExtensions.MediaData file = content instanceof Media media ? file(media) : null;
        JsonNode form = content instanceof Reply.FlowReply reply ? object(reply.responseJson()) : null;
        return new MessageExtensions(
                message.direction().name().toLowerCase(Locale.ROOT),
                MessageStatuses.of(message.status()),
                MessageStatuses.processing(message.status(), surface),
                switch (message.details().origin()) {
                    case API -> "cloud_api";
                    case DEVICE -> "business_app";
                },
                phoneNumber(message, surface),
                phoneNumberId,
                file != null,
                message.conversationId().toString(),
                message.contactName(),
                ContentText.of(content),
                DeliveryReports.of(message, id),
                null,
                file,
                file == null ? null : file.url(),
                TypeData.of(content, wire.further()),
                form,
                form == null ? null : text(form.get("flow_token")),
                null,
                content instanceof Order order ? order.text() : null);
    }

    private static @Nullable String phoneNumber(Message message, Surface surface) {
        String digits = Persons.of(message.contactAddress()).digits();
        if (digits == null) {
            return null;
        }
        return switch (surface) {
            case PROXY -> "+" + digits;
            case PLATFORM -> digits;
        };
    }

    private static MessageExtensions.MediaData file(Media media) {
        MediaFile file = media.file();
        return new MessageExtensions.MediaData(file.link(), media.filename(), file.mimeType(), file.size());
    }

    /** Null when the text is no JSON object: then it stands in the message itself only. */
    private @Nullable JsonNode object(String text) {
        return json.read(text).filter(JsonNode::isObject).orElse(null);
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node != null && node.isString() ? node.getStringValue() : null;
    }
}
