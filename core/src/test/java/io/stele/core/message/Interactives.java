package io.stele.core.message;

import static io.stele.core.message.Contents.optional;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Generators of interactive messages. */
public final class Interactives {

    private Interactives() {}

    /** An interactive message with any action. */
    public static Arbitrary<Interactive> any() {
        return Arbitraries.oneOf(
                with(replyButtons()),
                with(menu()),
                with(linkButton()),
                with(carousel()),
                with(Arbitraries.just(new Interactive.LocationRequest())),
                with(Arbitraries.just(new Interactive.ContactInfoRequest())),
                with(addressRequest()),
                with(flow()),
                with(product()),
                with(productList()),
                with(catalog()),
                with(Arbitraries.just(new Interactive.CallPermissionRequest())));
    }

    /** An interactive message with this action, and with the header, body and footer that such a message may have. */
    public static Arbitrary<Interactive> with(Arbitrary<? extends Interactive.Action> action) {
        Arbitrary<Boolean> absent = Arbitraries.of(true, false, false);
        return Combinators.combine(
                        action, header(), textHeader(), Words.upTo(60), Words.upTo(30), absent, absent, absent)
                .as((chosen, anyHeader, textHeader, body, footer, noHeader, noBody, noFooter) -> new Interactive(
                        noHeader && !mustHaveHeader(chosen) ? null : headerFor(chosen, anyHeader, textHeader),
                        noBody && mayLackBody(chosen) ? null : body,
                        noFooter || !mayHaveFooter(chosen) ? null : footer,
                        chosen));
    }

    private static Interactive.@Nullable Header headerFor(
            Interactive.Action action, Interactive.Header any, Interactive.TextHeader text) {
        return switch (action) {
            case Interactive.ReplyButtons _, Interactive.LinkButton _, Interactive.Flow _ -> any;
            case Interactive.Menu _, Interactive.ProductList _ -> text;
            case Interactive.Carousel _,
                    Interactive.LocationRequest _,
                    Interactive.ContactInfoRequest _,
                    Interactive.AddressRequest _,
                    Interactive.Product _,
                    Interactive.Catalog _,
                    Interactive.CallPermissionRequest _ -> null;
        };
    }

    private static boolean mustHaveHeader(Interactive.Action action) {
        return action instanceof Interactive.ProductList;
    }

    private static boolean mayLackBody(Interactive.Action action) {
        return action instanceof Interactive.Product || action instanceof Interactive.CallPermissionRequest;
    }

    private static boolean mayHaveFooter(Interactive.Action action) {
        return switch (action) {
            case Interactive.Carousel _,
                    Interactive.LocationRequest _,
                    Interactive.ContactInfoRequest _,
                    Interactive.CallPermissionRequest _ -> false;
            case Interactive.ReplyButtons _,
                    Interactive.Menu _,
                    Interactive.LinkButton _,
                    Interactive.AddressRequest _,
                    Interactive.Flow _,
                    Interactive.Product _,
                    Interactive.ProductList _,
                    Interactive.Catalog _ -> true;
        };
    }

    /** A header of text or with a file. */
    public static Arbitrary<Interactive.Header> header() {
        return Arbitraries.oneOf(
                textHeader().map(Interactive.Header.class::cast), mediaHeader().map(Interactive.Header.class::cast));
    }

    public static Arbitrary<Interactive.TextHeader> textHeader() {
        return Words.upTo(60).map(Interactive.TextHeader::new);
    }

    public static Arbitrary<Interactive.MediaHeader> mediaHeader() {
        return Combinators.combine(
                        Arbitraries.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.DOCUMENT),
                        Contents.fileToSend(),
                        optional(Words.identifier(12)))
                .as((kind, file, filename) ->
                        new Interactive.MediaHeader(kind, file, kind == MediaKind.DOCUMENT ? filename : null));
    }

    public static Arbitrary<Interactive.ReplyButtons> replyButtons() {
        return buttons(3).map(Interactive.ReplyButtons::new);
    }

    private static Arbitrary<List<Interactive.Button>> buttons(int most) {
        return Combinators.combine(Words.identifier(20), Words.upTo(20))
                .as(Interactive.Button::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .uniqueElements(Interactive.Button::id);
    }

    public static Arbitrary<Interactive.Menu> menu() {
        Arbitrary<Interactive.Row> row = Combinators.combine(Words.identifier(30), Words.upTo(24), optional(Words.upTo(72)))
                .as(Interactive.Row::new);
        Arbitrary<Interactive.Section> titled = Combinators.combine(Words.upTo(24), row.list().ofMinSize(1).ofMaxSize(3))
                .as(Interactive.Section::new);
        Arbitrary<List<Interactive.Section>> sections = Arbitraries.oneOf(
                titled.list().ofMinSize(1).ofMaxSize(3),
                row.list().ofMinSize(1).ofMaxSize(3).map(rows -> List.of(new Interactive.Section(null, rows))));
        return Combinators.combine(Words.upTo(20), sections).as(Interactive.Menu::new);
    }

    public static Arbitrary<Interactive.LinkButton> linkButton() {
        return Combinators.combine(Words.upTo(20), Words.url()).as(Interactive.LinkButton::new);
    }

    /** Two to four cards, numbered from 0, all of one shape. */
    public static Arbitrary<Interactive.Carousel> carousel() {
        Arbitrary<Interactive.CardAction> link = Combinators.combine(Words.upTo(20), Words.url())
                .as((text, url) -> new Interactive.CardLink(text, url));
        Arbitrary<Interactive.CardAction> tap = buttons(1).map(Interactive.CardButtons::new);
        return Arbitraries.oneOf(cards(link), cards(tap)).map(Interactive.Carousel::new);
    }

    private static Arbitrary<List<Interactive.Card>> cards(Arbitrary<Interactive.CardAction> action) {
        Arbitrary<Interactive.MediaHeader> header =
                Combinators.combine(Arbitraries.of(MediaKind.IMAGE, MediaKind.VIDEO), Contents.fileToSend())
                        .as((kind, file) -> new Interactive.MediaHeader(kind, file, null));
        Arbitrary<Interactive.Card> card = Combinators.combine(header, optional(Words.upTo(40)), action)
                .as((top, body, tap) -> new Interactive.Card(0, top, body, tap));
        return card.list().ofMinSize(2).ofMaxSize(4).map(unnumbered -> {
            List<Interactive.Card> numbered = new ArrayList<>();
            for (Interactive.Card each : unnumbered) {
                numbered.add(new Interactive.Card(numbered.size(), each.header(), each.body(), each.action()));
            }
            return numbered;
        });
    }

    public static Arbitrary<Interactive.AddressRequest> addressRequest() {
        return Combinators.combine(Arbitraries.of("IN", "SG"), Jsons.members()).as(Interactive.AddressRequest::new);
    }

    public static Arbitrary<Interactive.Flow> flow() {
        Arbitrary<Interactive.FlowPayload> payload = Combinators.combine(
                        optional(Words.identifier(10)), optional(Jsons.members().map(Json.class::cast)))
                .as(Interactive.FlowPayload::new);
        return Combinators.combine(
                        optional(Arbitraries.just("3")),
                        Arbitraries.of(true, false),
                        Words.identifier(15),
                        Words.upTo(20),
                        optional(Arbitraries.of("draft", "published")),
                        optional(Words.identifier(20)),
                        optional(Arbitraries.of("navigate", "data_exchange")),
                        optional(payload))
                .as((version, byId, name, callToAction, mode, token, action, start) -> new Interactive.Flow(
                        version, byId ? name : null, byId ? null : name, callToAction, mode, token, action, start));
    }

    public static Arbitrary<Interactive.Product> product() {
        return Combinators.combine(Words.digits(5, 16), Words.identifier(12)).as(Interactive.Product::new);
    }

    public static Arbitrary<Interactive.ProductList> productList() {
        Arbitrary<Interactive.ProductSection> section = Combinators.combine(
                        Words.upTo(24), Words.identifier(12).list().ofMinSize(1).ofMaxSize(3))
                .as(Interactive.ProductSection::new);
        return Combinators.combine(Words.digits(5, 16), section.list().ofMinSize(1).ofMaxSize(3))
                .as(Interactive.ProductList::new);
    }

    public static Arbitrary<Interactive.Catalog> catalog() {
        return optional(Words.identifier(12)).map(Interactive.Catalog::new);
    }
}
