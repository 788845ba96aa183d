package io.stele.adapters.chirp;

import io.stele.core.channel.EndpointId;
import io.stele.core.identity.Ksuid;
import io.stele.core.media.MediaId;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.webhook.WebhookId;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chirp's ids: a prefix that names the kind, {@code test_} where the object belongs to a test app, and a KSUID (contract §2).
 * There and back is the same id.
 */
public final class ChirpIds {

    private static final String MESSAGE = "msg_wa_";
    private static final String META = "wamid.";
    private static final String PHONE_NUMBER = "wapn_";
    private static final String APP = "app_";
    private static final String WEBHOOK = "whk_";
    private static final String RECIPIENT = "rcpt_";
    private static final String WINDOW = "wacw_";
    private static final String MEDIA = "med_";

    /** As files are called where they are sent. */
    private static final String SENT_MEDIA = "media_";

    private static final String TEST = "test_";

    private ChirpIds() {}

    /** An id that was read, with the mode that its text tells. */
    public record Read<T>(T id, Mode mode) {}

    /** A message's id. */
    public static String message(MessageId id, Mode mode) {
        return text(MESSAGE, mode, id.value());
    }

    /** The message that is named; empty when the text is no message id of Chirp's. */
    public static Optional<Read<MessageId>> readMessage(String text) {
        return read(text, MESSAGE, MessageId::new);
    }

    /** The id by which a reader can find the message again: Chirp's, or the provider's when the message is none of ours. */
    static @Nullable String reference(MessageReference reference, Mode mode) {
        return reference.id() == null ? reference.providerMessageId() : message(reference.id(), mode);
    }

    /** The message's id in Meta's manner, for the members that Chirp copies from Meta's answer. */
    static String metaMessage(MessageId id) {
        return META
                + Base64.getUrlEncoder().withoutPadding().encodeToString(id.value().bytes());
    }

    /** The message that is named by {@link #metaMessage}; empty when the text is no such id. */
    public static Optional<MessageId> readMetaMessage(String text) {
        if (!text.matches(META + "[A-Za-z0-9_-]{27}")) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text.substring(META.length()));
        return Optional.of(new MessageId(Ksuid.of(bytes))).filter(id -> metaMessage(id).equals(text));
    }

    /** A WhatsApp number's id. */
    public static String phoneNumber(EndpointId id, Mode mode) {
        return text(PHONE_NUMBER, mode, id.value());
    }

    /** The WhatsApp number that is named; empty when the text is no such id. */
    public static Optional<Read<EndpointId>> readPhoneNumber(String text) {
        return read(text, PHONE_NUMBER, EndpointId::new);
    }

    /** An app's id. */
    public static String app(AppId id, Mode mode) {
        return text(APP, mode, id.value());
    }

    /** The app that is named; empty when the text is no app id. */
    public static Optional<Read<AppId>> readApp(String text) {
        return read(text, APP, AppId::new);
    }

    /** A webhook's id. */
    public static String webhook(WebhookId id, Mode mode) {
        return text(WEBHOOK, mode, id.value());
    }

    /** The webhook that is named; empty when the text is no such id. */
    public static Optional<Read<WebhookId>> readWebhook(String text) {
        return read(text, WEBHOOK, WebhookId::new);
    }

    /** A stored file's id. */
    public static String media(MediaId id, Mode mode) {
        return text(MEDIA, mode, id.value());
    }

    /** The stored file that is named, by either prefix; empty when the text is no such id. */
    public static Optional<Read<MediaId>> readMedia(String text) {
        return read(text, MEDIA, MediaId::new).or(() -> read(text, SENT_MEDIA, MediaId::new));
    }

    /** The id of a message's one recipient row: the message's own under another prefix. */
    static String recipient(MessageId id, Mode mode) {
        return text(RECIPIENT, mode, id.value());
    }

    /** A conversation window's id. */
    static String window(Ksuid id, Mode mode) {
        return text(WINDOW, mode, id);
    }

    /** The id of the business profile of a WhatsApp business account. */
    public static String businessProfile(String businessAccountId) {
        return "wabp_" + businessAccountId.replaceAll("[^A-Za-z0-9]", "");
    }

    private static String text(String prefix, Mode mode, Ksuid id) {
        return switch (mode) {
            case LIVE -> prefix + id;
            case TEST -> prefix + TEST + id;
        };
    }

    private static <T> Optional<Read<T>> read(String text, String prefix, Function<Ksuid, T> id) {
        if (!text.startsWith(prefix)) {
            return Optional.empty();
        }
        String rest = text.substring(prefix.length());
        boolean test = rest.startsWith(TEST);
        return Ksuid.parse(test ? rest.substring(TEST.length()) : rest)
                .map(ksuid -> new Read<>(id.apply(ksuid), test ? Mode.TEST : Mode.LIVE));
    }
}
