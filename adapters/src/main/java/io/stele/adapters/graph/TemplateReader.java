package io.stele.adapters.graph;

import static io.stele.adapters.Required.list;
import static io.stele.adapters.Required.optionalElements;
import static io.stele.adapters.Required.present;

import io.stele.adapters.WireException;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.graph.Template;
import io.stele.contracts.kapso.graph.TemplateComponent;
import io.stele.contracts.kapso.graph.TemplateParameter;
import io.stele.core.message.MediaKind;
import io.stele.core.message.TemplateUse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads messages made from templates (contract section 2.3). Types are taken in upper and lower case. */
@Singleton
final class TemplateReader {

    private final FileMapper files;

    TemplateReader(FileMapper files) {
        this.files = files;
    }

    /** @throws WireException when a component or parameter is unknown, or lacks a part that it cannot do without */
    TemplateUse read(Template template, String path) {
        Template.Language language = present(template.language(), path + ".language");
        return new TemplateUse(
                new TemplateUse.TemplateByName(
                        present(template.name(), path + ".name"),
                        present(language.code(), path + ".language.code"),
                        language.policy()),
                components(template.components(), path + ".components"));
    }

    private List<TemplateUse.Component> components(@Nullable List<TemplateComponent> components, String path) {
        List<TemplateComponent> there = optionalElements(components, path);
        return IntStream.range(0, there.size())
                .mapToObj(i -> component(there.get(i), path + "[" + i + "]"))
                .toList();
    }

    private TemplateUse.Component component(TemplateComponent component, String path) {
        return switch (word(component.type(), path + ".type")) {
            case "header" -> new TemplateUse.Header(parameters(component, path));
            case "body" -> new TemplateUse.Body(parameters(component, path));
            case "button" -> new TemplateUse.Button(
                    word(component.subType(), path + ".sub_type"), index(component, path), parameters(component, path));
            case "carousel" -> new TemplateUse.Cards(cards(component, path + ".cards"));
            case "limited_time_offer" -> offer(component, path);
            default -> throw new WireException(
                    path + ".type", "must be header, body, button, carousel or limited_time_offer");
        };
    }

    private static int index(TemplateComponent component, String path) {
        String index = present(component.index(), path + ".index");
        try {
            return Integer.parseInt(index.strip());
        } catch (NumberFormatException e) {
            throw new WireException(path + ".index", "must be a whole number");
        }
    }

    private List<TemplateUse.Card> cards(TemplateComponent component, String path) {
        List<TemplateComponent.Card> cards = list(component.cards(), path);
        return IntStream.range(0, cards.size())
                .mapToObj(i -> new TemplateUse.Card(
                        present(cards.get(i).cardIndex(), path + "[" + i + "].card_index"),
                        components(cards.get(i).components(), path + "[" + i + "].components")))
                .toList();
    }

    private static TemplateUse.LimitedTimeOffer offer(TemplateComponent component, String path) {
        List<TemplateParameter> parameters = optionalElements(component.parameters(), path + ".parameters");
        if (parameters.isEmpty()) {
            return new TemplateUse.LimitedTimeOffer(null);
        }
        String place = path + ".parameters[0]";
        if (parameters.size() > 1) {
            throw new WireException(path + ".parameters[1]", "must not be given: an offer has one parameter");
        }
        if (!word(parameters.getFirst().type(), place + ".type").equals("limited_time_offer")) {
            throw new WireException(place + ".type", "must be limited_time_offer");
        }
        TemplateParameter.LimitedTimeOffer offer =
                present(parameters.getFirst().limitedTimeOffer(), place + ".limited_time_offer");
        return new TemplateUse.LimitedTimeOffer(offer.expirationTimeMs());
    }

    private List<TemplateUse.Parameter> parameters(TemplateComponent component, String path) {
        List<TemplateParameter> parameters = optionalElements(component.parameters(), path + ".parameters");
        return IntStream.range(0, parameters.size())
                .mapToObj(i -> parameter(parameters.get(i), path + ".parameters[" + i + "]"))
                .toList();
    }

    private TemplateUse.Parameter parameter(TemplateParameter parameter, String path) {
        return switch (word(parameter.type(), path + ".type")) {
            case "text" -> new TemplateUse.TextParameter(
                    parameter.parameterName(), present(parameter.text(), path + ".text"));
            case "currency" -> currency(
                    parameter.parameterName(), present(parameter.currency(), path + ".currency"), path + ".currency");
            case "date_time" -> new TemplateUse.DateTimeParameter(
                    parameter.parameterName(),
                    present(
                            present(parameter.dateTime(), path + ".date_time").fallbackValue(),
                            path + ".date_time.fallback_value"));
            case "image" -> file(MediaKind.IMAGE, parameter.image(), path + ".image");
            case "video" -> file(MediaKind.VIDEO, parameter.video(), path + ".video");
            case "document" -> file(MediaKind.DOCUMENT, parameter.document(), path + ".document");
            case "location" -> new TemplateUse.LocationParameter(
                    files.toLocation(present(parameter.location(), path + ".location"), path + ".location"));
            case "payload" -> new TemplateUse.PayloadParameter(present(parameter.payload(), path + ".payload"));
            case "coupon_code" -> new TemplateUse.CouponCodeParameter(
                    present(parameter.couponCode(), path + ".coupon_code"));
            case "action" -> action(present(parameter.action(), path + ".action"));
            default -> throw new WireException(
                    path + ".type",
                    "must be text, currency, date_time, image, video, document, location, payload, coupon_code or action");
        };
    }

    private static TemplateUse.CurrencyParameter currency(
            @Nullable String name, TemplateParameter.Currency currency, String path) {
        return new TemplateUse.CurrencyParameter(
                name,
                present(currency.fallbackValue(), path + ".fallback_value"),
                present(currency.code(), path + ".code"),
                present(currency.thousandths(), path + ".amount_1000"));
    }

    private TemplateUse.MediaParameter file(
            MediaKind kind, io.stele.contracts.kapso.graph.@Nullable Media media, String path) {
        io.stele.contracts.kapso.graph.Media there = present(media, path);
        return new TemplateUse.MediaParameter(kind, files.toFile(there, path), there.filename());
    }

    private static TemplateUse.ActionParameter action(TemplateParameter.Action action) {
        return new TemplateUse.ActionParameter(
                action.flowToken(),
                action.flowActionData() == null ? null : JsonTrees.toDomain(action.flowActionData()),
                action.thumbnailProductRetailerId());
    }

    private static String word(@Nullable String word, String path) {
        return present(word, path).toLowerCase(Locale.ROOT);
    }
}
