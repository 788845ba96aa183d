package io.stele.core.intake;

import static io.stele.core.intake.Rules.refused;
import static io.stele.core.intake.Rules.refusedOn;
import static io.stele.core.intake.Rules.taken;
import static io.stele.core.intake.Rules.takenOn;
import static io.stele.core.intake.Rules.words;

import io.stele.core.channel.Channel;
import io.stele.core.message.Content;
import io.stele.core.message.Location;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.TemplateUse.ActionParameter;
import io.stele.core.message.TemplateUse.Body;
import io.stele.core.message.TemplateUse.Button;
import io.stele.core.message.TemplateUse.Card;
import io.stele.core.message.TemplateUse.Cards;
import io.stele.core.message.TemplateUse.Component;
import io.stele.core.message.TemplateUse.CouponCodeParameter;
import io.stele.core.message.TemplateUse.CurrencyParameter;
import io.stele.core.message.TemplateUse.DateTimeParameter;
import io.stele.core.message.TemplateUse.Header;
import io.stele.core.message.TemplateUse.LimitedTimeOffer;
import io.stele.core.message.TemplateUse.LocationParameter;
import io.stele.core.message.TemplateUse.MediaParameter;
import io.stele.core.message.TemplateUse.Parameter;
import io.stele.core.message.TemplateUse.PayloadParameter;
import io.stele.core.message.TemplateUse.Template;
import io.stele.core.message.TemplateUse.TemplateById;
import io.stele.core.message.TemplateUse.TemplateByName;
import io.stele.core.message.TemplateUse.TextParameter;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateRulesTest {

    private static final Parameter IMAGE = new MediaParameter(MediaKind.IMAGE, MediaFile.ofId("7712"), null);
    private static final Parameter MARA = text("Mara");

    @ParameterizedTest(name = "{0}")
    @MethodSource({"templates", "sets", "headers", "bodies", "buttons", "cards"})
    void isRefused(String name, Channel channel, Content content, Rejection expected) {
        Rules.assertRefused(channel, content, expected);
    }

    static Stream<Arguments> templates() {
        String name = "must have 1 to 512 lower-case letters, digits and underscores";
        String language = "must be a language code such as en or en_US";
        return Stream.of(
                template("blank id", new TemplateById(" "), Field.TEMPLATE_ID, "must not be blank"),
                template(
                        "long id",
                        new TemplateById("t".repeat(513)),
                        Field.TEMPLATE_ID,
                        "must have at most 512 characters"),
                template("no name", named("", "en"), Field.TEMPLATE_NAME, name),
                template("capitals", named("Parcel", "en"), Field.TEMPLATE_NAME, name),
                template("dash", named("parcel-ready", "en"), Field.TEMPLATE_NAME, name),
                template("long name", named("a".repeat(513), "en"), Field.TEMPLATE_NAME, name),
                template("no language", named("parcel", ""), Field.TEMPLATE_LANGUAGE, language),
                template("language", named("parcel", "English (US)"), Field.TEMPLATE_LANGUAGE, language),
                template("endless language", named("parcel", "en" + "_aa".repeat(100_000)), Field.TEMPLATE_LANGUAGE, language),
                refusedOn(
                        Channel.SMS,
                        "by SMS",
                        new TemplateUse(new TemplateById(""), List.of()),
                        Field.TEMPLATE_ID,
                        "must not be blank"));
    }

    static Stream<Arguments> sets() {
        Cards carousel = new Cards(List.of(new Card(0, List.of())));
        LimitedTimeOffer offer = new LimitedTimeOffer(null);
        return Stream.of(
                components(
                        "two headers",
                        Field.TEMPLATE_COMPONENTS,
                        "must have at most one header",
                        List.of(header(MARA), header(MARA))),
                components(
                        "two bodies",
                        Field.TEMPLATE_COMPONENTS,
                        "must have at most one body",
                        List.of(body(MARA), body(MARA))),
                components(
                        "two carousels",
                        Field.TEMPLATE_COMPONENTS,
                        "must have at most one carousel",
                        List.of(carousel, carousel)),
                components(
                        "two offers",
                        Field.TEMPLATE_COMPONENTS,
                        "must have at most one limited-time offer",
                        List.of(offer, offer)),
                components(
                        "a button twice",
                        Field.TEMPLATE_BUTTON,
                        "must be given once",
                        List.of(body(MARA), button("url", 3, MARA), button("quick_reply", 3, new PayloadParameter("yes"))),
                        2));
    }

    static Stream<Arguments> headers() {
        String kinds = "must be text, an image, a video, a document or a location";
        String file = "must have an id, or a link that is an http or https URL";
        return Stream.of(
                header("no parameter", "must have exactly one parameter"),
                header("two parameters", "must have exactly one parameter", MARA, MARA),
                header("blank text", "must have text that is not blank", text(" ")),
                header("sound", kinds, new MediaParameter(MediaKind.AUDIO, MediaFile.ofId("7712"), null)),
                header("payload", kinds, new PayloadParameter("yes")),
                header("amount", kinds, new CurrencyParameter(null, "1 €", "EUR", 1000)),
                header("blank id", file, new MediaParameter(MediaKind.IMAGE, MediaFile.ofId(""), null)),
                header("link", file, new MediaParameter(MediaKind.VIDEO, MediaFile.ofLink("v.mp4"), null)),
                header(
                        "location",
                        "must have a location on the globe, with a name and an address that are not too long",
                        new LocationParameter(new Location(new BigDecimal(91), BigDecimal.ONE, null, null, null))));
    }

    static Stream<Arguments> bodies() {
        Parameter named = new TextParameter("first_name", "Mara");
        String mixed = "must not mix named and positional parameters";
        return Stream.of(
                body("picture", "must have text, currency and date_time parameters only", MARA, IMAGE),
                body("named then positional", mixed, named, MARA),
                body("positional then named", mixed, MARA, new DateTimeParameter("day", "Monday")),
                body(
                        "a name twice",
                        "must not name a parameter twice",
                        named,
                        new CurrencyParameter("first_name", "1 €", "EUR", 1000)));
    }

    static Stream<Arguments> buttons() {
        String coupon = "must have one coupon code of 1 to 15 characters";
        return Stream.of(
                button("index below", "must have an index from 0 to 9", button("url", -1, MARA)),
                button("index beyond", "must have an index from 0 to 9", button("url", 10, MARA)),
                button(
                        "type",
                        "must be of the type url, quick_reply, phone_number, copy_code, flow or catalog",
                        button("otp", 0, MARA)),
                button("url without text", "must have a text parameter", button("url", 1)),
                button("url with payload", "must have a text parameter", button("url", 1, new PayloadParameter("p"))),
                button("quick reply without payload", "must have a payload parameter", button("quick_reply", 2)),
                button("quick reply with text", "must have a payload parameter", button("quick_reply", 2, MARA)),
                button(
                        "phone number with payload",
                        "must have text parameters only",
                        button("phone_number", 0, new PayloadParameter("p"))),
                button("flow with text", "must have action parameters only", button("flow", 0, MARA)),
                button("catalog with text", "must have action parameters only", button("catalog", 0, MARA)),
                button("no coupon code", coupon, button("copy_code", 0)),
                button("blank coupon code", coupon, button("copy_code", 0, new CouponCodeParameter(" "))),
                button("long coupon code", coupon, button("copy_code", 0, new CouponCodeParameter(words(16)))),
                button(
                        "two coupon codes",
                        coupon,
                        button("copy_code", 0, new CouponCodeParameter("A"), new CouponCodeParameter("B"))));
    }

    static Stream<Arguments> cards() {
        return Stream.of(
                components("no cards", Field.TEMPLATE_COMPONENTS, "must have 1 to 10 cards", List.of(new Cards(List.of())), 0),
                components(
                        "eleven cards",
                        Field.TEMPLATE_COMPONENTS,
                        "must have 1 to 10 cards",
                        List.of(body(MARA), numbered(11)),
                        1),
                components(
                        "a number twice",
                        Field.TEMPLATE_COMPONENTS,
                        "must number each card once, from 0",
                        List.of(new Cards(List.of(new Card(0, List.of()), new Card(0, List.of())))),
                        0),
                components(
                        "a number below",
                        Field.TEMPLATE_COMPONENTS,
                        "must number each card once, from 0",
                        List.of(new Cards(List.of(new Card(-1, List.of())))),
                        0),
                card(
                        "cards in cards",
                        Field.TEMPLATE_COMPONENTS,
                        "must have nothing but a header, a body and buttons in a card",
                        numbered(1)),
                card(
                        "an offer in a card",
                        Field.TEMPLATE_COMPONENTS,
                        "must have nothing but a header, a body and buttons in a card",
                        new LimitedTimeOffer(1L)),
                card("header", Field.TEMPLATE_HEADER, "must have exactly one parameter", header(), 0),
                card(
                        "body",
                        Field.TEMPLATE_BODY,
                        "must have text, currency and date_time parameters only",
                        body(IMAGE),
                        0),
                refused(
                        "button of a card",
                        use(body(MARA), new Cards(List.of(new Card(4, List.of(header(IMAGE), body(MARA), button("url", 1)))))),
                        Field.TEMPLATE_BUTTON,
                        "must have a text parameter",
                        1,
                        0,
                        2),
                refused(
                        "button of a card twice",
                        use(new Cards(List.of(new Card(4, List.of(button("url", 1, MARA), button("url", 1, MARA)))))),
                        Field.TEMPLATE_BUTTON,
                        "must be given once",
                        0,
                        0,
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isTaken(String name, Channel channel, Content content) {
        Rules.assertTaken(channel, content);
    }

    static Stream<Arguments> isTaken() {
        Parameter shop =
                new LocationParameter(new Location(BigDecimal.ONE, BigDecimal.ONE, "Shop", "Main Street", null));
        Parameter document =
                new MediaParameter(MediaKind.DOCUMENT, MediaFile.ofLink("https://a.example/b.pdf"), "b.pdf");
        return Stream.of(
                taken("longest name", new TemplateUse(named("a".repeat(512), "pt_BR"), List.of())),
                taken("language of three letters", new TemplateUse(named("parcel_1", "fil"), List.of())),
                taken("by id", new TemplateUse(new TemplateById("t1"), List.of())),
                takenOn(Channel.SMS, "by SMS", new TemplateUse(new TemplateById("t1"), List.of(body(MARA)))),
                taken("positions", use(header(IMAGE), body(MARA, new CurrencyParameter(null, "1 €", "EUR", 1000), new DateTimeParameter(null, "Monday")))),
                taken("names", use(body(new TextParameter("a", "1"), new CurrencyParameter("b", "1 €", "EUR", 1000), new DateTimeParameter("c", "Monday")))),
                taken("empty text in the body", use(body(text("")))),
                taken("body without gaps", use(body())),
                taken("location", use(header(shop))),
                taken("document", use(header(document))),
                taken(
                        "every button",
                        use(
                                button("url", 0, MARA),
                                button("quick_reply", 1, new PayloadParameter("yes")),
                                button("phone_number", 2),
                                button("copy_code", 3, new CouponCodeParameter(words(15))),
                                button("flow", 4),
                                button("flow", 5, new ActionParameter("token", null, null)),
                                button("catalog", 9, new ActionParameter(null, null, "p1")))),
                taken("most cards", use(body(MARA), numbered(10))),
                taken("an offer", use(new LimitedTimeOffer(1_772_000_000_000L))));
    }

    private static Arguments template(String name, Template template, Field field, String reason) {
        return refused("template: " + name, new TemplateUse(template, List.of()), field, reason);
    }

    private static Arguments components(
            String name, Field field, String reason, List<Component> components, Integer... positions) {
        return refused(name, use(components.toArray(Component[]::new)), field, reason, positions);
    }

    private static Arguments header(String name, String reason, Parameter... parameters) {
        return refused("header: " + name, use(body(MARA), header(parameters)), Field.TEMPLATE_HEADER, reason, 1);
    }

    private static Arguments body(String name, String reason, Parameter... parameters) {
        return refused("body: " + name, use(header(IMAGE), body(parameters)), Field.TEMPLATE_BODY, reason, 1);
    }

    private static Arguments button(String name, String reason, Component button) {
        return refused("button: " + name, use(body(MARA), button), Field.TEMPLATE_BUTTON, reason, 1);
    }

    /** Fault in the second card, whose index is 7, of the second component. */
    private static Arguments card(String name, Field field, String reason, Component component, Integer... within) {
        Cards cards = new Cards(List.of(new Card(0, List.of(header(IMAGE))), new Card(7, List.of(component))));
        Integer[] positions = Stream.concat(Stream.of(1, 1), Stream.of(within)).toArray(Integer[]::new);
        return refused("card: " + name, use(body(MARA), cards), field, reason, positions);
    }

    private static TemplateUse use(Component... components) {
        return new TemplateUse(named("parcel_ready", "en_US"), List.of(components));
    }

    private static TemplateByName named(String name, String language) {
        return new TemplateByName(name, language, null);
    }

    private static Header header(Parameter... parameters) {
        return new Header(List.of(parameters));
    }

    private static Body body(Parameter... parameters) {
        return new Body(List.of(parameters));
    }

    private static Button button(String type, int index, Parameter... parameters) {
        return new Button(type, index, List.of(parameters));
    }

    private static Cards numbered(int count) {
        return new Cards(IntStream.range(0, count)
                .mapToObj(i -> new Card(i, List.of(header(IMAGE), body(MARA), button("url", 0, MARA))))
                .toList());
    }

    private static TextParameter text(String text) {
        return new TextParameter(null, text);
    }
}
