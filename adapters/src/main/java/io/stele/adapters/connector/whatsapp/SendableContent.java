package io.stele.adapters.connector.whatsapp;

import io.stele.core.message.ContactCards;
import io.stele.core.message.Content;
import io.stele.core.message.Email;
import io.stele.core.message.Interactive;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Order;
import io.stele.core.message.Reaction;
import io.stele.core.message.Reply;
import io.stele.core.message.Speech;
import io.stele.core.message.SystemNote;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;

/**
 * Content without what Graph does not take in a send and refuses by name: what is known of a file beside its id or link, and what
 * a kind of file does not have.
 */
final class SendableContent {

    private SendableContent() {}

    static Content of(Content content) {
        return switch (content) {
            case Media media -> media(media);
            case Location location -> location(location);
            case Interactive(var header, var body, var footer, var action) ->
                new Interactive(header == null ? null : header(header), body, footer, action(action));
            case TemplateUse(var template, var components) ->
                new TemplateUse(template, components.stream().map(SendableContent::component).toList());
            case Text _, ContactCards _, Reaction _ -> content;
            // none of them gets here: the descriptor claims no such content
            case Reply _, Order _, Email _, Speech _, SystemNote _, Unsupported _ -> content;
        };
    }

    private static Location location(Location location) {
        return new Location(location.latitude(), location.longitude(), location.name(), location.address(), null);
    }

    private static Media media(Media media) {
        boolean captioned =
                switch (media.kind()) {
                    case IMAGE, VIDEO, DOCUMENT -> true;
                    case AUDIO, STICKER -> false;
                };
        return new Media(
                media.kind(),
                file(media.file()),
                captioned ? media.caption() : null,
                media.kind() == MediaKind.DOCUMENT ? media.filename() : null,
                media.kind() == MediaKind.AUDIO && Boolean.TRUE.equals(media.voice()) ? true : null,
                null);
    }

    /** By its id where it has one: Graph takes one of the two. */
    private static MediaFile file(MediaFile file) {
        return new MediaFile(file.id(), file.id() == null ? file.link() : null, null, null, null);
    }

    private static Interactive.Header header(Interactive.Header header) {
        return switch (header) {
            case Interactive.TextHeader text -> text;
            case Interactive.MediaHeader media -> header(media);
        };
    }

    private static Interactive.MediaHeader header(Interactive.MediaHeader header) {
        return new Interactive.MediaHeader(
                header.kind(),
                file(header.file()),
                header.kind() == MediaKind.DOCUMENT ? header.filename() : null);
    }

    private static Interactive.Action action(Interactive.Action action) {
        return action instanceof Interactive.Carousel(var cards)
                ? new Interactive.Carousel(cards.stream()
                        .map(card -> new Interactive.Card(
                                card.index(), header(card.header()), card.body(), card.action()))
                        .toList())
                : action;
    }

    private static TemplateUse.Component component(TemplateUse.Component component) {
        return switch (component) {
            case TemplateUse.Header(var parameters) ->
                new TemplateUse.Header(parameters.stream().map(SendableContent::parameter).toList());
            case TemplateUse.Cards(var cards) -> new TemplateUse.Cards(cards.stream()
                    .map(card -> new TemplateUse.Card(
                            card.index(),
                            card.components().stream().map(SendableContent::component).toList()))
                    .toList());
            case TemplateUse.Body _, TemplateUse.Button _, TemplateUse.LimitedTimeOffer _ -> component;
        };
    }

    private static TemplateUse.Parameter parameter(TemplateUse.Parameter parameter) {
        return switch (parameter) {
            case TemplateUse.MediaParameter(var kind, var file, var filename) ->
                new TemplateUse.MediaParameter(kind, file(file), kind == MediaKind.DOCUMENT ? filename : null);
            case TemplateUse.LocationParameter(var location) -> new TemplateUse.LocationParameter(location(location));
            case TemplateUse.TextParameter _,
                    TemplateUse.CurrencyParameter _,
                    TemplateUse.DateTimeParameter _,
                    TemplateUse.PayloadParameter _,
                    TemplateUse.CouponCodeParameter _,
                    TemplateUse.ActionParameter _ -> parameter;
        };
    }
}
