package io.stele.core.intake;

import io.stele.core.message.Interactive;
import io.stele.core.message.Interactive.AddressRequest;
import io.stele.core.message.Interactive.CallPermissionRequest;
import io.stele.core.message.Interactive.Carousel;
import io.stele.core.message.Interactive.Catalog;
import io.stele.core.message.Interactive.ContactInfoRequest;
import io.stele.core.message.Interactive.Flow;
import io.stele.core.message.Interactive.LinkButton;
import io.stele.core.message.Interactive.LocationRequest;
import io.stele.core.message.Interactive.Menu;
import io.stele.core.message.Interactive.Product;
import io.stele.core.message.Interactive.ProductList;
import io.stele.core.message.Interactive.ReplyButtons;
import io.stele.core.message.Json;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be tapped in an interactive message (Kapso contract §2.2). */
final class ActionRules {

    /** The most characters on anything that is tapped. */
    static final int LONGEST_LABEL = 20;

    private static final int LONGEST_BUTTON_ID = 256;
    private static final int MOST_BUTTONS = 3;
    private static final int LONGEST_PIN_CODE = 6;
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

    private ActionRules() {}

    static Stream<InvalidField> broken(Interactive.Action action) {
        return switch (action) {
            case ReplyButtons(List<Interactive.Button> buttons) -> Check.all(
                    Check.count(Field.BUTTONS, buttons, 1, MOST_BUTTONS, "buttons"),
                    buttons(Field.BUTTON_ID, Field.BUTTON_TITLE, buttons));
            case Menu menu -> MenuRules.broken(menu);
            case LinkButton(String text, String url) -> Check.all(
                    Check.required(Field.LINK_TEXT, text, LONGEST_LABEL), Check.link(Field.LINK_URL, url));
            case Carousel(List<Interactive.Card> cards) -> CarouselRules.broken(cards);
            case AddressRequest(String country, Json.Members parameters) -> Check.all(
                    Check.that(
                            COUNTRY.matcher(country).matches(),
                            Field.ADDRESS_COUNTRY,
                            "must be a country code of two letters"),
                    Check.that(
                            hasShortPinCode(parameters),
                            Field.ADDRESS_VALUES,
                            "must have an in_pin_code of at most " + LONGEST_PIN_CODE + " characters"));
            case Flow flow -> FlowRules.broken(flow);
            case Product product -> ProductRules.broken(product);
            case ProductList products -> ProductRules.broken(products);
            case LocationRequest _, ContactInfoRequest _, Catalog _, CallPermissionRequest _ -> Stream.empty();
        };
    }

    private static boolean hasShortPinCode(Json.Members parameters) {
        return !(parameters.members().get("values") instanceof Json.Members values
                && values.members().get("in_pin_code") instanceof Json.Text(String code)
                && !Check.isWithin(code, LONGEST_PIN_CODE));
    }

    /** Buttons have an id and a title each, and no two of them the same one. */
    static Stream<InvalidField> buttons(Field id, Field title, List<Interactive.Button> buttons) {
        return Check.all(
                Check.each(
                        buttons,
                        button -> Check.all(
                                Check.required(id, button.id(), LONGEST_BUTTON_ID),
                                Check.required(title, button.title(), LONGEST_LABEL))),
                Check.unique(id, buttons.stream().map(Interactive.Button::id).toList()),
                Check.unique(title, buttons.stream().map(Interactive.Button::title).toList()));
    }
}
