package io.stele.core.message;

import static io.stele.core.message.Contents.optional;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Generators of messages made from templates. */
public final class Templates {

    private Templates() {}

    /** A template named either way, with any components; each kind of component but the button stands at most once. */
    public static Arbitrary<TemplateUse> any() {
        return Combinators.combine(
                        Arbitraries.oneOf(byId().map(TemplateUse.Template.class::cast), byName().map(TemplateUse.Template.class::cast)),
                        components())
                .as(TemplateUse::new);
    }

    public static Arbitrary<TemplateUse.TemplateById> byId() {
        return Words.identifier(24).map(TemplateUse.TemplateById::new);
    }

    public static Arbitrary<TemplateUse.TemplateByName> byName() {
        return Combinators.combine(
                        Words.identifier(20).map(name -> name.toLowerCase(Locale.ROOT)),
                        Arbitraries.of("en_US", "es", "pt_BR"),
                        optional(Arbitraries.just("deterministic")))
                .as(TemplateUse.TemplateByName::new);
    }

    /** A set of components: header, body, offer, up to three buttons, cards; each of them sometimes absent. */
    public static Arbitrary<List<TemplateUse.Component>> components() {
        return Combinators.combine(
                        optional(header()), optional(body()), optional(offer()), buttons(3), optional(cards()))
                .as((header, body, offer, buttons, cards) -> Stream.of(
                                present(header), present(body), present(offer), buttons.stream(), present(cards))
                        .<TemplateUse.Component>flatMap(each -> each)
                        .toList());
    }

    private static Stream<TemplateUse.Component> present(TemplateUse.@Nullable Component component) {
        return component == null ? Stream.empty() : Stream.of(component);
    }

    public static Arbitrary<TemplateUse.Header> header() {
        return Arbitraries.oneOf(
                        textParameter().map(TemplateUse.Parameter.class::cast),
                        mediaParameter().map(TemplateUse.Parameter.class::cast),
                        Contents.location().map(TemplateUse.LocationParameter::new))
                .list()
                .ofSize(1)
                .map(TemplateUse.Header::new);
    }

    public static Arbitrary<TemplateUse.Body> body() {
        Arbitrary<TemplateUse.Parameter> currency = Combinators.combine(
                        optional(Words.identifier(10)),
                        Words.upTo(12),
                        Arbitraries.of("USD", "EUR"),
                        Arbitraries.longs().between(0, 10_000_000_000_000L))
                .as((name, fallback, code, amount) ->
                        new TemplateUse.CurrencyParameter(name, fallback, code, amount));
        Arbitrary<TemplateUse.Parameter> dateTime = Combinators.combine(optional(Words.identifier(10)), Words.upTo(20))
                .as((name, fallback) -> new TemplateUse.DateTimeParameter(name, fallback));
        return Arbitraries.oneOf(textParameter().map(TemplateUse.Parameter.class::cast), currency, dateTime)
                .list()
                .ofMaxSize(4)
                .map(TemplateUse.Body::new);
    }

    public static Arbitrary<TemplateUse.TextParameter> textParameter() {
        return Combinators.combine(optional(Words.identifier(10)), Words.upTo(40))
                .as(TemplateUse.TextParameter::new);
    }

    public static Arbitrary<TemplateUse.MediaParameter> mediaParameter() {
        return Combinators.combine(
                        Arbitraries.of(MediaKind.IMAGE, MediaKind.VIDEO, MediaKind.DOCUMENT),
                        Contents.fileToSend(),
                        optional(Words.identifier(12)))
                .as((kind, file, filename) ->
                        new TemplateUse.MediaParameter(kind, file, kind == MediaKind.DOCUMENT ? filename : null));
    }

    public static Arbitrary<TemplateUse.LimitedTimeOffer> offer() {
        return optional(Arbitraries.longs().between(0, 4_000_000_000_000L)).map(TemplateUse.LimitedTimeOffer::new);
    }

    /** Up to so many buttons, numbered from 0, each with the one parameter that its type takes. */
    public static Arbitrary<List<TemplateUse.Component>> buttons(int most) {
        return button().list().ofMaxSize(most).map(unnumbered -> {
            List<TemplateUse.Component> numbered = new ArrayList<>();
            for (TemplateUse.Button each : unnumbered) {
                numbered.add(new TemplateUse.Button(each.type(), numbered.size(), each.parameters()));
            }
            return numbered;
        });
    }

    private static Arbitrary<TemplateUse.Button> button() {
        return Arbitraries.oneOf(
                Words.upTo(30).map(text -> taking("url", new TemplateUse.TextParameter(null, text))),
                Words.upTo(30).map(payload -> taking("quick_reply", new TemplateUse.PayloadParameter(payload))),
                Words.identifier(15).map(code -> taking("copy_code", new TemplateUse.CouponCodeParameter(code))),
                Combinators.combine(optional(Words.identifier(15)), optional(Jsons.members().map(Json.class::cast)))
                        .as((token, data) -> taking("flow", new TemplateUse.ActionParameter(token, data, null))),
                optional(Words.identifier(12))
                        .map(product -> taking("catalog", new TemplateUse.ActionParameter(null, null, product))),
                Arbitraries.just(new TemplateUse.Button("phone_number", 0, List.of())));
    }

    private static TemplateUse.Button taking(String type, TemplateUse.Parameter parameter) {
        return new TemplateUse.Button(type, 0, List.of(parameter));
    }

    /** Two or three cards, numbered from 0, each with a picture or a video, a body and up to two buttons. */
    public static Arbitrary<TemplateUse.Cards> cards() {
        Arbitrary<TemplateUse.Component> header =
                mediaParameter().map(file -> new TemplateUse.Header(List.of(file)));
        Arbitrary<List<TemplateUse.Component>> card = Combinators.combine(header, optional(body()), buttons(2))
                .as((top, body, buttons) -> Stream.of(present(top), present(body), buttons.stream())
                        .<TemplateUse.Component>flatMap(each -> each)
                        .toList());
        return card.list().ofMinSize(2).ofMaxSize(3).map(unnumbered -> {
            List<TemplateUse.Card> numbered = new ArrayList<>();
            for (List<TemplateUse.Component> each : unnumbered) {
                numbered.add(new TemplateUse.Card(numbered.size(), each));
            }
            return new TemplateUse.Cards(numbered);
        });
    }
}
