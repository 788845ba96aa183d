package io.stele.adapters.chirp;

import io.stele.contracts.chirp.ContactCards;
import io.stele.contracts.chirp.MediaReference;
import io.stele.contracts.chirp.ReactionBody;
import io.stele.contracts.chirp.SendRequest;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaKind;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import io.stele.core.project.Mode;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes sends: the way back of {@link SendReader}, for whoever sends through a Chirp account. */
@Singleton
public final class SendWriter {

    /**
     * The two ends of a send and the message that it quotes.
     *
     * @param quote null when none is
     */
    public record Ends(String from, String to, @Nullable MessageReference quote, Mode mode) {}

    private final SendMapper mapper;
    private final ContactCardMapper cards;
    private final TemplateWriter templates;
    private final InteractiveWriter interactives;

    SendWriter(
            SendMapper mapper, ContactCardMapper cards, TemplateWriter templates, InteractiveWriter interactives) {
        this.mapper = mapper;
        this.cards = cards;
        this.templates = templates;
        this.interactives = interactives;
    }

    /** The send that says this; empty for what Chirp has no send for: what only people send, and files without an id. */
    public Optional<SendRequest> write(Ends ends, Content content) {
        SendMapper.Frame frame = new SendMapper.Frame(
                ends.from(),
                ends.to(),
                MessageTypes.of(content),
                ends.quote() == null ? null : ChirpIds.reference(ends.quote(), ends.mode()));
        return switch (content) {
            case Text text -> Optional.of(mapper.text(frame, mapper.body(text)));
            case Media media -> Optional.ofNullable(media.file().id()).map(id -> media(frame, media, id));
            case Location place -> Optional.of(mapper.location(frame, mapper.point(place)));
            case io.stele.core.message.ContactCards(var contacts) -> Optional.of(mapper.contacts(
                    frame,
                    new ContactCards(contacts.stream().map(cards::toWire).toList())));
            case Reaction(MessageReference target, String emoji) -> Optional.of(mapper.reaction(
                    frame,
                    new ReactionBody(ChirpIds.reference(target, ends.mode()), Objects.requireNonNullElse(emoji, ""))));
            case TemplateUse template -> Optional.of(mapper.template(frame, templates.write(template)));
            case Interactive interactive -> Optional.of(mapper.interactive(frame, interactives.write(interactive)));
            case Reply _, Order _, Email _, Speech _, SystemNote _, Unsupported _ -> Optional.empty();
        };
    }

    private SendRequest media(SendMapper.Frame frame, Media media, String id) {
        return media.kind() == MediaKind.STICKER
                ? mapper.sticker(frame, new io.stele.contracts.chirp.StickerReference(id))
                : mapper.media(frame, new MediaReference(id, media.caption(), media.filename()));
    }
}
