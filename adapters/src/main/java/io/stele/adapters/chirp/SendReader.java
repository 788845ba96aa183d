package io.stele.adapters.chirp;

import static io.stele.adapters.Required.present;

import io.stele.contracts.chirp.MediaReference;
import io.stele.contracts.chirp.ReactionBody;
import io.stele.contracts.chirp.SendRequest;
import io.stele.contracts.chirp.TemplateBody;
import io.stele.contracts.chirp.TemplateSendRequest;
import io.stele.contracts.chirp.TextBody;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.PhoneNumber;
import io.stele.core.message.Content;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.project.Mode;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads sends (contract §3.1, §3.4). Whether the parts that must be there are there is checked here, limits are not. */
@Singleton
public final class SendReader {

    private final ContactCardReader cards;
    private final TemplateReader templates;

    SendReader(ContactCardReader cards, TemplateReader templates) {
        this.cards = cards;
        this.templates = templates;
    }

    /**
     * Reads a send of any type.
     *
     * @param mode of the caller, in which alone quoted messages are looked for
     * @throws io.stele.adapters.WireException when a part is missing
     * @throws RejectedException when a number, the type or a message id is not what it must be
     */
    public ChirpSend read(SendRequest request, Mode mode) {
        PhoneNumber from = from(request.from());
        Address to = to(request.to());
        Content content = content(request, mode);
        MessageReference quote =
                request.replyTo() == null ? null : reference(request.replyTo(), mode, Field.QUOTE);
        return new ChirpSend(from, to, content, quote);
    }

    /** Reads a send of a template by its own path; throws as {@link #read(SendRequest, Mode)}. */
    public ChirpSend read(TemplateSendRequest request) {
        PhoneNumber from = from(request.from());
        Address to = to(request.to());
        TemplateUse content = templates.read(
                new TemplateBody(
                        null,
                        present(request.templateName(), "templateName"),
                        present(request.languageCode(), "languageCode"),
                        null,
                        request.variables(),
                        request.headerVariables(),
                        request.buttonVariables(),
                        null),
                "");
        return new ChirpSend(from, to, content, null);
    }

    private Content content(SendRequest request, Mode mode) {
        String type = present(request.type(), "type");
        return switch (type) {
            case "text" -> text(present(request.text(), "text"));
            case "image" -> media(MediaKind.IMAGE, request.media());
            case "video" -> media(MediaKind.VIDEO, request.media());
            case "audio" -> media(MediaKind.AUDIO, request.media());
            case "document" -> media(MediaKind.DOCUMENT, request.media());
            case "sticker" -> Media.of(
                    MediaKind.STICKER,
                    MediaFile.ofId(present(present(request.sticker(), "sticker").mediaId(), "sticker.mediaId")));
            case "location" -> TemplateComponentReader.location(present(request.location(), "location"), "location");
            case "contacts" -> cards.read(present(request.contacts(), "contacts").contacts(), "contacts.contacts");
            case "reaction" -> reaction(present(request.reaction(), "reaction"), mode);
            case "template" -> template(present(request.template(), "template"));
            case "interactive" -> InteractiveReader.read(present(request.interactive(), "interactive"), "interactive");
            default -> throw refused(
                    Field.MESSAGE_TYPE,
                    "must be one of text, image, video, audio, document, sticker, location, contacts, reaction, template,"
                            + " interactive");
        };
    }

    private static Text text(TextBody text) {
        return new Text(present(text.body(), "text.body"), text.previewUrl());
    }

    private static Media media(MediaKind kind, @Nullable MediaReference reference) {
        MediaReference media = present(reference, "media");
        MediaFile file = MediaFile.ofId(present(media.mediaId(), "media.mediaId"));
        return new Media(kind, file, media.caption(), media.filename(), null, null);
    }

    private static Reaction reaction(ReactionBody reaction, Mode mode) {
        String target = present(reaction.messageId(), "reaction.messageId");
        String emoji = present(reaction.emoji(), "reaction.emoji");
        return new Reaction(reference(target, mode, Field.REACTION_TARGET), emoji);
    }

    private TemplateUse template(TemplateBody template) {
        present(template.name(), "template.name");
        return templates.read(
                new TemplateBody(
                        null,
                        template.name(),
                        template.language(),
                        null,
                        template.variables(),
                        template.headerVariables(),
                        template.buttonVariables(),
                        template.components()),
                "template");
    }

    private static MessageReference reference(String text, Mode mode, Field field) {
        ChirpIds.Read<io.stele.core.message.MessageId> read = ChirpIds.readMessage(text)
                .orElseThrow(() -> refused(field, "must be a message id of the form msg_wa_…"));
        if (read.mode() != mode) {
            throw refused(field, "does not name a message");
        }
        return MessageReference.ours(read.id());
    }

    /** Reads the business's own number. */
    public static PhoneNumber from(@Nullable String text) {
        return PhoneNumber.parse(present(text, "from"))
                .orElseThrow(() -> refused(Field.SENDER, "must be a phone number in E.164"));
    }

    private static Address to(@Nullable String text) {
        String recipient = present(text, "to");
        return PhoneNumber.parse(recipient)
                .<Address>map(number -> number)
                .or(() -> BusinessScopedUserId.parse(recipient))
                .orElseThrow(() -> refused(Field.TO, "must be a phone number in E.164"));
    }

    private static RejectedException refused(Field field, String reason) {
        return new RejectedException(new Rejection.InvalidField(field, reason));
    }
}
