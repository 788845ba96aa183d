package io.stele.graphstub.check;

import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.NotJsonException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the body of a request to send a message, or to mark one as read. */
public final class MessageCheck {

    private static final Map<String, Rule> CONTENTS = contents();
    private static final Set<String> FOR_GROUPS =
            Set.of("text", "image", "video", "audio", "document", "sticker", "template");

    private static final Rule READ = Shape.object()
            .required("messaging_product", Rules.TEXT)
            .required("status", Rules.oneOf("read"))
            .required("message_id", Rules.text(512))
            .optional("typing_indicator", Shape.object().required("type", Rules.oneOf("text")));

    private static final Shape ENVELOPE = Shape.object()
            .required("messaging_product", Rules.TEXT)
            .optional("recipient_type", Rules.oneOf("individual", "group"))
            .optional("to", Rules.TEXT)
            .optional("recipient", Rules.TEXT)
            .optional("type", Rules.TEXT)
            .optional("context", Shape.object().required("message_id", Rules.text(512)))
            .optional("biz_opaque_callback_data", Rules.text(512))
            .optional("recipient_identity_key_hash", Rules.text(512));

    private static final Shape MARKETING_ENVELOPE = ENVELOPE
            .optional("product_policy", Rules.oneOf("CLOUD_API_FALLBACK", "STRICT"))
            .optional("message_activity_sharing", Rules.TRUTH);

    private final TemplateBook templates;

    public MessageCheck(TemplateBook templates) {
        this.templates = templates;
    }

    /** Who sends. */
    public interface Sender {
        /** The number's digits. */
        String digits();

        /** The media type of a file that this number uploaded or received; null when there is none by that id. */
        @Nullable String mediaType(String fileId);
    }

    /**
     * Reads a body as the Graph API does: one that is not a JSON object, or not sent as JSON, has no parameters at all.
     *
     * @throws Refusal when it is none, or is not for WhatsApp
     */
    public static Map<?, ?> parameters(@Nullable String contentType, byte[] body) {
        Map<?, ?> parameters = members(contentType, body);
        Object product = parameters.get("messaging_product");
        if (product == null) {
            throw Refusal.parameter("The parameter messaging_product is required.");
        }
        if (!"whatsapp".equals(product)) {
            throw Refusal.parameter("Param messaging_product must be one of {WHATSAPP}.");
        }
        return parameters;
    }

    /** Whether a message is marked as read, rather than sent. */
    public static boolean isReadMark(Map<?, ?> parameters) {
        return parameters.containsKey("status");
    }

    /** @return the message that was read */
    public String readMark(Map<?, ?> parameters) {
        Field request = new Field("", parameters, id -> null);
        READ.check(request);
        return request.member("message_id").text();
    }

    /** @throws Refusal when Meta would not take the message */
    public Sending sending(Map<?, ?> parameters, Sender sender) {
        return sending(new Field("", parameters, sender::mediaType), sender, ENVELOPE);
    }

    /** The same for the path that takes marketing templates only. */
    public Sending marketing(Map<?, ?> parameters, Sender sender) {
        Field request = new Field("", parameters, sender::mediaType);
        if (!"template".equals(type(request))) {
            throw Refusal.invalid("Message must be a template message.");
        }
        Sending sending = sending(request, sender, MARKETING_ENVELOPE);
        if (sending.category() != null && !"marketing".equals(sending.category())) {
            throw Refusal.of(
                    400, 131055, "Method not allowed", "Only marketing templates can be sent by this path.");
        }
        return sending;
    }

    private Sending sending(Field request, Sender sender, Shape envelope) {
        String type = type(request);
        Rule content = CONTENTS.get(type);
        if (content == null) {
            throw unsupported(type + " is not supported.");
        }
        envelope.required(type, content).check(request);
        Recipient recipient = recipient(request, type);
        if (recipient.id().equals(sender.digits())) {
            throw Refusal.of(400, 131021, "Recipient cannot be sender", "Sender and recipient are the same.");
        }
        if ("reaction".equals(type) && request.has("context")) {
            throw Refusal.invalid("A reaction cannot be a contextual reply.");
        }
        return new Sending(
                recipient,
                type,
                request.textOf("biz_opaque_callback_data"),
                "template".equals(type) ? category(request.member(type), recipient) : null);
    }

    private @Nullable String category(Field template, Recipient recipient) {
        TemplateBook.Entry entry = templates.check(template);
        if (entry == null) {
            return null;
        }
        if (recipient.kind() == Recipient.Kind.USER && "AUTHENTICATION".equals(entry.category())) {
            throw Refusal.of(
                    400,
                    131062,
                    "Business-scoped User ID recipients are not supported for this message",
                    "Authentication messages go to phone numbers only.");
        }
        return entry.category().toLowerCase(Locale.ROOT);
    }

    private static Recipient recipient(Field request, String type) {
        if ("group".equals(request.textOf("recipient_type"))) {
            if (!FOR_GROUPS.contains(type)) {
                throw unsupported(type + " is not supported in groups.");
            }
            if (!request.has("to")) {
                throw Refusal.parameter("The parameter to is required.");
            }
            return Recipient.group(request.member("to"));
        }
        if (request.has("to")) {
            return Recipient.individual(request.member("to"));
        }
        if (request.has("recipient")) {
            return Recipient.user(request.member("recipient"));
        }
        throw Refusal.parameter("The parameter to is required.");
    }

    private static Refusal unsupported(String what) {
        return Refusal.of(400, 131051, "Unsupported message type", "Message type " + what);
    }

    /** A request that names no type is a text. */
    private static String type(Field request) {
        return request.has("type") ? request.member("type").text() : "text";
    }

    private static Map<?, ?> members(@Nullable String contentType, byte[] body) {
        if (contentType == null || !"application/json".equals(FileShapes.bare(contentType))) {
            return Map.of();
        }
        try {
            return Json.read(body) instanceof Map<?, ?> map ? map : Map.of();
        } catch (NotJsonException e) {
            return Map.of();
        }
    }

    private static Map<String, Rule> contents() {
        Map<String, Rule> contents = new LinkedHashMap<>();
        contents.put("text", ContentShapes.TEXT);
        contents.put("image", FileShapes.IMAGE);
        contents.put("video", FileShapes.VIDEO);
        contents.put("audio", FileShapes.AUDIO);
        contents.put("document", FileShapes.DOCUMENT);
        contents.put("sticker", FileShapes.STICKER);
        contents.put("location", ContentShapes.LOCATION);
        contents.put("contacts", ContentShapes.CONTACTS);
        contents.put("reaction", ContentShapes.REACTION);
        contents.put("interactive", InteractiveShapes.INTERACTIVE);
        contents.put("template", TemplateShapes.TEMPLATE);
        return contents;
    }
}
