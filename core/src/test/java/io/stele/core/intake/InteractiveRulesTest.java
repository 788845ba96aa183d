package io.stele.core.intake;

import static io.stele.core.intake.Rules.refused;
import static io.stele.core.intake.Rules.taken;
import static io.stele.core.intake.Rules.words;

import io.stele.core.channel.Channel;
import io.stele.core.message.Content;
import io.stele.core.message.Interactive;
import io.stele.core.message.Interactive.Action;
import io.stele.core.message.Interactive.AddressRequest;
import io.stele.core.message.Interactive.Button;
import io.stele.core.message.Interactive.CallPermissionRequest;
import io.stele.core.message.Interactive.Catalog;
import io.stele.core.message.Interactive.ContactInfoRequest;
import io.stele.core.message.Interactive.Flow;
import io.stele.core.message.Interactive.Header;
import io.stele.core.message.Interactive.LinkButton;
import io.stele.core.message.Interactive.LocationRequest;
import io.stele.core.message.Interactive.MediaHeader;
import io.stele.core.message.Interactive.Menu;
import io.stele.core.message.Interactive.Product;
import io.stele.core.message.Interactive.ProductList;
import io.stele.core.message.Interactive.ProductSection;
import io.stele.core.message.Interactive.ReplyButtons;
import io.stele.core.message.Interactive.Row;
import io.stele.core.message.Interactive.Section;
import io.stele.core.message.Interactive.TextHeader;
import io.stele.core.message.Json;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InteractiveRulesTest {

    private static final Action YES_OR_NO = new ReplyButtons(List.of(new Button("y", "Yes"), new Button("n", "No")));
    private static final Action ONE_PRODUCT_LIST = products(new ProductSection("Tea", List.of("green")));
    private static final Header IMAGE = new MediaHeader(MediaKind.IMAGE, MediaFile.ofId("7712"), null);
    private static final Header WORDS = new TextHeader("Slots");

    @ParameterizedTest(name = "{0}")
    @MethodSource({"headers", "bodies", "buttons", "menus", "links", "flows", "products"})
    void isRefused(String name, Channel channel, Content content, Rejection expected) {
        Rules.assertRefused(channel, content, expected);
    }

    static Stream<Arguments> headers() {
        String unwanted = "must not be given with this kind of message";
        return Stream.of(
                header("blank", new TextHeader(" "), YES_OR_NO, Field.INTERACTIVE_HEADER_TEXT, "must not be blank"),
                header(
                        "long",
                        new TextHeader(words(61)),
                        YES_OR_NO,
                        Field.INTERACTIVE_HEADER_TEXT,
                        "must have at most 60 characters"),
                header(
                        "sticker",
                        new MediaHeader(MediaKind.STICKER, MediaFile.ofId("7712"), null),
                        YES_OR_NO,
                        Field.INTERACTIVE_HEADER,
                        "must be text, an image, a video or a document"),
                header(
                        "nameless file",
                        new MediaHeader(MediaKind.IMAGE, MediaFile.ofId(""), null),
                        YES_OR_NO,
                        Field.INTERACTIVE_HEADER,
                        "must have an id or a link"),
                header(
                        "link",
                        new MediaHeader(MediaKind.IMAGE, MediaFile.ofLink("p.jpg"), null),
                        YES_OR_NO,
                        Field.INTERACTIVE_HEADER_LINK,
                        "must be an http or https URL"),
                header(
                        "filename",
                        new MediaHeader(MediaKind.DOCUMENT, MediaFile.ofId("7712"), words(241)),
                        YES_OR_NO,
                        Field.INTERACTIVE_HEADER,
                        "must have a filename of at most 240 characters"),
                header("on a menu", IMAGE, menu(row("1")), Field.INTERACTIVE_HEADER, "must be text"),
                header("on a product", WORDS, new Product("c1", "p1"), Field.INTERACTIVE_HEADER, unwanted),
                header("on products", IMAGE, ONE_PRODUCT_LIST, Field.INTERACTIVE_HEADER, "must be given, as text"),
                header("none on products", null, ONE_PRODUCT_LIST, Field.INTERACTIVE_HEADER, "must be given, as text"));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                body("none", null, YES_OR_NO, "must be given"),
                body("blank", "\n", YES_OR_NO, "must not be blank"),
                body("long", words(1025), YES_OR_NO, "must have at most 1024 characters"),
                body("of a menu", words(4097), menu(row("1")), "must have at most 4096 characters"),
                body("of a link", null, new LinkButton("Open", "https://shop.example"), "must be given"),
                body("of a location request", words(1025), new LocationRequest(), "must have at most 1024 characters"),
                body("of a contact request", "", new ContactInfoRequest(), "must not be blank"),
                body("of an address request", null, address("IN"), "must be given"),
                body("of a flow", null, flow("f1", null, "Go", null, null), "must be given"),
                body("of a product", words(1025), new Product("c1", "p1"), "must have at most 1024 characters"),
                refused(
                        "footer",
                        new Interactive(null, "Choose", words(61), YES_OR_NO),
                        Field.INTERACTIVE_FOOTER,
                        "must have at most 60 characters"),
                refused(
                        "body of products",
                        new Interactive(WORDS, null, null, ONE_PRODUCT_LIST),
                        Field.INTERACTIVE_BODY,
                        "must be given"));
    }

    static Stream<Arguments> buttons() {
        return Stream.of(
                action("no buttons", new ReplyButtons(List.of()), Field.BUTTONS, "must have 1 to 3 buttons"),
                action("four buttons", new ReplyButtons(some(4)), Field.BUTTONS, "must have 1 to 3 buttons"),
                button("blank id", new Button("", "No"), Field.BUTTON_ID, "must not be blank"),
                button("long id", new Button(words(257), "No"), Field.BUTTON_ID, "must have at most 256 characters"),
                button("blank title", new Button("n", " "), Field.BUTTON_TITLE, "must not be blank"),
                button(
                        "long title",
                        new Button("n", words(21)),
                        Field.BUTTON_TITLE,
                        "must have at most 20 characters"),
                button("same id", new Button("y", "No"), Field.BUTTON_ID, "must be unique"),
                button("same title", new Button("n", "Yes"), Field.BUTTON_TITLE, "must be unique"));
    }

    static Stream<Arguments> menus() {
        Section one = new Section("Evening", List.of(row("1")));
        return Stream.of(
                action("blank label", new Menu(" ", List.of(one)), Field.MENU_BUTTON, "must not be blank"),
                action(
                        "long label",
                        new Menu(words(21), List.of(one)),
                        Field.MENU_BUTTON,
                        "must have at most 20 characters"),
                action("no sections", new Menu("Open", List.of()), Field.MENU_SECTIONS, "must have 1 to 10 sections"),
                action(
                        "too many sections",
                        new Menu("Open", Collections.nCopies(11, one)),
                        Field.MENU_SECTIONS,
                        "must have 1 to 10 sections"),
                action(
                        "too many rows",
                        new Menu("Open", List.of(new Section("A", rows(6)), new Section("B", rows(5)))),
                        Field.MENU_SECTIONS,
                        "must have at most 10 rows in all"),
                action(
                        "untitled section",
                        new Menu("Open", List.of(one, new Section(null, List.of(row("2"))))),
                        Field.MENU_SECTION_TITLE,
                        "must be given",
                        1),
                action(
                        "blank section title",
                        new Menu("Open", List.of(new Section("", List.of(row("2"))), one)),
                        Field.MENU_SECTION_TITLE,
                        "must not be blank",
                        0),
                action(
                        "long section title",
                        new Menu("Open", List.of(new Section(words(25), List.of(row("1"))))),
                        Field.MENU_SECTION_TITLE,
                        "must have at most 24 characters",
                        0),
                action(
                        "no rows",
                        new Menu("Open", List.of(one, new Section("Late", List.of()))),
                        Field.MENU_ROWS,
                        "must have at least one row",
                        1),
                row("blank id", new Row("", "20:30", null), Field.MENU_ROW_ID, "must not be blank"),
                row("long id", new Row(words(201), "20:30", null), Field.MENU_ROW_ID, "must have at most 200 characters"),
                row("blank title", new Row("s", "", null), Field.MENU_ROW_TITLE, "must not be blank"),
                row("long title", new Row("s", words(25), null), Field.MENU_ROW_TITLE, "must have at most 24 characters"),
                row(
                        "long description",
                        new Row("s", "20:30", words(73)),
                        Field.MENU_ROW_DESCRIPTION,
                        "must have at most 72 characters"));
    }

    static Stream<Arguments> links() {
        return Stream.of(
                action("blank text", new LinkButton("", "https://a.example"), Field.LINK_TEXT, "must not be blank"),
                action(
                        "long text",
                        new LinkButton(words(21), "https://a.example"),
                        Field.LINK_TEXT,
                        "must have at most 20 characters"),
                action("script", new LinkButton("Go", "javascript:alert(1)"), Field.LINK_URL, "must be an http or https URL"),
                action("country", address("IND"), Field.ADDRESS_COUNTRY, "must be a country code of two letters"),
                action(
                        "pin code",
                        pinCode("4000631"),
                        Field.ADDRESS_VALUES,
                        "must have an in_pin_code of at most 6 characters"));
    }

    static Stream<Arguments> flows() {
        String naming = "must be given when the id is not, and only then";
        return Stream.of(
                action("neither id nor name", flow(null, null, "Go", null, null), Field.FLOW_NAME, naming),
                action("blank id", flow(" ", null, "Go", null, null), Field.FLOW_NAME, naming),
                action("id and name", flow("f1", "booking", "Go", null, null), Field.FLOW_NAME, naming),
                action("blank label", flow("f1", null, "", null, null), Field.FLOW_CALL_TO_ACTION, "must not be blank"),
                action(
                        "long label",
                        flow("f1", null, words(31), null, null),
                        Field.FLOW_CALL_TO_ACTION,
                        "must have at most 30 characters"),
                action("mode", flow("f1", null, "Go", "live", null), Field.FLOW_MODE, "must be draft or published"),
                action(
                        "action",
                        flow("f1", null, "Go", null, "open"),
                        Field.FLOW_ACTION,
                        "must be navigate or data_exchange"));
    }

    static Stream<Arguments> products() {
        return Stream.of(
                action("no catalog", new Product("", "p1"), Field.PRODUCT_CATALOG, "must not be blank"),
                action("no product", new Product("c1", " "), Field.PRODUCT_RETAILER_ID, "must not be blank"),
                list("blank catalog", new ProductList(" ", List.of()), Field.PRODUCT_CATALOG, "must not be blank"),
                list("no sections", new ProductList("c1", List.of()), Field.PRODUCT_SECTIONS, "must have 1 to 10 sections"),
                list(
                        "too many sections",
                        new ProductList("c1", Collections.nCopies(11, new ProductSection("Tea", List.of("green")))),
                        Field.PRODUCT_SECTIONS,
                        "must have 1 to 10 sections"),
                list(
                        "too many products",
                        products(
                                new ProductSection("Tea", Collections.nCopies(30, "green")),
                                new ProductSection("Cake", List.of("plum"))),
                        Field.PRODUCT_SECTIONS,
                        "must have at most 30 products in all"),
                list(
                        "untitled section",
                        products(
                                new ProductSection("Tea", List.of("green")),
                                new ProductSection(null, List.of("plum"))),
                        Field.PRODUCT_SECTION_TITLE,
                        "must be given",
                        1),
                list(
                        "long section title",
                        products(new ProductSection(words(25), List.of("green"))),
                        Field.PRODUCT_SECTION_TITLE,
                        "must have at most 24 characters",
                        0),
                list(
                        "empty section",
                        products(new ProductSection("Tea", List.of())),
                        Field.PRODUCT_ITEMS,
                        "must have at least one product",
                        0),
                list(
                        "blank product",
                        products(new ProductSection("Tea", List.of("green", " "))),
                        Field.PRODUCT_ITEMS,
                        "must name each product by an id that is not blank",
                        0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isTaken(String name, Channel channel, Content content) {
        Rules.assertTaken(channel, content);
    }

    static Stream<Arguments> isTaken() {
        List<Button> longest = List.of(
                new Button("a" + words(255), "A" + words(19)),
                new Button("b" + words(255), "B" + words(19)),
                new Button("c" + words(255), "C" + words(19)));
        Header document =
                new MediaHeader(MediaKind.DOCUMENT, MediaFile.ofLink("https://a.example/b.pdf"), words(240));
        Section section = new Section(
                words(24), Collections.nCopies(5, new Row(words(200), words(24), words(72))));
        return Stream.of(
                taken("longest buttons", message(new TextHeader(words(60)), words(1024), words(60), new ReplyButtons(longest))),
                taken("document above buttons", message(document, "Choose", null, YES_OR_NO)),
                taken("longest menu", message(WORDS, words(4096), words(60), new Menu(words(20), List.of(section, section)))),
                taken("only section untitled", message(null, "Pick", null, menu(row("1")))),
                taken("longest link", message(IMAGE, words(1024), null, new LinkButton(words(20), "https://a.example"))),
                taken("location request", message(null, words(1024), null, new LocationRequest())),
                taken("contact request", message(null, "Your number?", null, new ContactInfoRequest())),
                taken("address request", message(null, "Where to?", null, address("IN"))),
                taken("address request with a pin code", message(null, "Where to?", null, pinCode("400063"))),
                taken("flow by id", message(WORDS, "Book", null, flow("f1", null, words(30), "draft", "navigate"))),
                taken("flow by name", message(WORDS, "Book", null, flow(null, "booking", "Go", "published", "data_exchange"))),
                taken("product without body", message(null, null, "Footer", new Product("c1", "p1"))),
                taken("most products", message(WORDS, "Buy", null, products(new ProductSection(words(24), Collections.nCopies(30, "p"))))),
                taken("catalog without body", message(null, null, null, new Catalog(null))),
                taken("call permission without body", message(null, null, null, new CallPermissionRequest())),
                taken("empty footer", message(null, "Choose", "", YES_OR_NO)));
    }

    private static Arguments header(String name, Header header, Action action, Field field, String reason) {
        return refused("header: " + name, message(header, "Choose", null, action), field, reason);
    }

    private static Arguments body(String name, String body, Action action, String reason) {
        return refused("body: " + name, message(null, body, null, action), Field.INTERACTIVE_BODY, reason);
    }

    private static Arguments action(String name, Action action, Field field, String reason, Integer... positions) {
        return refused(name, message(null, "Choose", null, action), field, reason, positions);
    }

    /** Fault in the second of two buttons. */
    private static Arguments button(String name, Button button, Field field, String reason) {
        return action("button: " + name, new ReplyButtons(List.of(new Button("y", "Yes"), button)), field, reason, 1);
    }

    /** Fault in the third row of the second section. */
    private static Arguments row(String name, Row row, Field field, String reason) {
        Menu menu = new Menu(
                "Open",
                List.of(
                        new Section("Noon", List.of(row("0"))),
                        new Section("Evening", List.of(row("1"), row("2"), row))));
        return action("row: " + name, menu, field, reason, 1, 2);
    }

    private static Arguments list(String name, ProductList list, Field field, String reason, Integer... positions) {
        return refused("products: " + name, message(WORDS, "Buy", null, list), field, reason, positions);
    }

    private static Interactive message(Header header, String body, String footer, Action action) {
        return new Interactive(header, body, footer, action);
    }

    private static Menu menu(Row row) {
        return new Menu("Open", List.of(new Section(null, List.of(row))));
    }

    private static Row row(String id) {
        return new Row(id, "Slot " + id, null);
    }

    private static List<Row> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> row("r" + i)).toList();
    }

    private static List<Button> some(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Button("b" + i, "B " + i)).toList();
    }

    private static ProductList products(ProductSection... sections) {
        return new ProductList("c1", List.of(sections));
    }

    private static AddressRequest pinCode(String code) {
        Json.Members values = new Json.Members(Map.of("in_pin_code", new Json.Text(code)));
        return new AddressRequest("IN", new Json.Members(Map.of("values", values)));
    }

    private static AddressRequest address(String country) {
        return new AddressRequest(country, new Json.Members(Map.of()));
    }

    private static Flow flow(String id, String name, String callToAction, String mode, String action) {
        return new Flow("3", id, name, callToAction, mode, null, action, null);
    }
}
