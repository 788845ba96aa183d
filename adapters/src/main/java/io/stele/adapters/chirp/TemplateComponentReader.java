package io.stele.adapters.chirp;

import static io.stele.adapters.Required.elements;
import static io.stele.adapters.Required.optionalElements;
import static io.stele.adapters.Required.present;

import io.stele.adapters.WireException;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.chirp.LocationPoint;
import io.stele.contracts.chirp.TemplateComponent;
import io.stele.core.message.Location;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
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
import io.stele.core.message.TemplateUse.TextParameter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the components of a template, which are in Meta's names. */
@Singleton
final class TemplateComponentReader {

    private static final String OFFER = "limited_time_offer";

    List<Component> read(@Nullable List<TemplateComponent> components, String path) {
        List<Component> read = new ArrayList<>();
        for (TemplateComponent component : optionalElements(components, path)) {
            read.add(component(component, path + "[" + read.size() + "]"));
        }
        return read;
    }

    private Component component(TemplateComponent wire, String path) {
        String type = present(wire.type(), path + ".type").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "header" -> new Header(parameters(wire, path));
            case "body" -> new Body(parameters(wire, path));
            case "button" -> new Button(
                    present(wire.subType(), path + ".sub_type").toLowerCase(Locale.ROOT),
                    present(wire.index(), path + ".index"),
                    parameters(wire, path));
            case "carousel" -> new Cards(cards(wire.cards(), path + ".cards"));
            case OFFER -> new LimitedTimeOffer(expiry(wire, path));
            default -> throw new WireException(
                    path + ".type", "must be one of header, body, button, carousel, " + OFFER);
        };
    }

    private List<Card> cards(@Nullable List<TemplateComponent.Card> cards, String path) {
        List<Card> read = new ArrayList<>();
        for (TemplateComponent.Card card : elements(cards, path)) {
            String place = path + "[" + read.size() + "]";
            read.add(new Card(
                    card.cardIndex() == null ? read.size() : card.cardIndex(),
                    read(card.components(), place + ".components")));
        }
        return read;
    }

    /** When the offer ends, which is its one parameter; null for an offer without any, which says no more than that it is one. */
    private static @Nullable Long expiry(TemplateComponent wire, String path) {
        String place = path + ".parameters";
        List<TemplateComponent.Parameter> parameters = optionalElements(wire.parameters(), place);
        if (parameters.isEmpty()) {
            return null;
        }
        if (parameters.size() > 1) {
            throw new WireException(place, "must have exactly one element");
        }
        TemplateComponent.Parameter parameter = parameters.getFirst();
        if (!OFFER.equalsIgnoreCase(present(parameter.type(), place + "[0].type"))) {
            throw new WireException(place + "[0].type", "must be " + OFFER);
        }
        return present(
                present(parameter.limitedTimeOffer(), place + "[0]." + OFFER).expirationTime(),
                place + "[0]." + OFFER + ".expiration_time_ms");
    }

    private static List<Parameter> parameters(TemplateComponent wire, String path) {
        List<Parameter> read = new ArrayList<>();
        for (TemplateComponent.Parameter parameter : optionalElements(wire.parameters(), path + ".parameters")) {
            read.add(parameter(parameter, path + ".parameters[" + read.size() + "]"));
        }
        return read;
    }

    private static Parameter parameter(TemplateComponent.Parameter wire, String path) {
        String type = present(wire.type(), path + ".type").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text" -> new TextParameter(wire.parameterName(), present(wire.text(), path + ".text"));
            case "currency" -> currency(wire, present(wire.currency(), path + ".currency"), path + ".currency");
            case "date_time" -> new DateTimeParameter(
                    wire.parameterName(),
                    present(
                            present(wire.dateTime(), path + ".date_time").fallbackValue(),
                            path + ".date_time.fallback_value"));
            case "image" -> file(MediaKind.IMAGE, wire.image(), path + ".image");
            case "video" -> file(MediaKind.VIDEO, wire.video(), path + ".video");
            case "document" -> file(MediaKind.DOCUMENT, wire.document(), path + ".document");
            case "location" -> new LocationParameter(
                    location(present(wire.location(), path + ".location"), path + ".location"));
            case "payload" -> new PayloadParameter(present(wire.payload(), path + ".payload"));
            case "coupon_code" -> new CouponCodeParameter(present(wire.couponCode(), path + ".coupon_code"));
            case "action" -> action(present(wire.action(), path + ".action"));
            default -> throw new WireException(
                    path + ".type",
                    "must be one of text, currency, date_time, image, video, document, location, payload, coupon_code,"
                            + " action");
        };
    }

    private static CurrencyParameter currency(
            TemplateComponent.Parameter wire, TemplateComponent.Currency currency, String path) {
        return new CurrencyParameter(
                wire.parameterName(),
                present(currency.fallbackValue(), path + ".fallback_value"),
                present(currency.code(), path + ".code"),
                present(currency.amount1000(), path + ".amount_1000"));
    }

    private static MediaParameter file(MediaKind kind, TemplateComponent.@Nullable Media media, String path) {
        TemplateComponent.Media file = present(media, path);
        if (file.id() == null && file.link() == null) {
            throw new WireException(path + ".id", "is required, or link");
        }
        return new MediaParameter(kind, new MediaFile(file.id(), file.link(), null, null, null), file.filename());
    }

    private static ActionParameter action(TemplateComponent.Action action) {
        return new ActionParameter(
                action.flowToken(),
                action.flowActionData() == null ? null : JsonTrees.toDomain(action.flowActionData()),
                action.thumbnailProductRetailerId());
    }

    /** A place, wherever Chirp writes one as numbers. */
    static Location location(LocationPoint point, String path) {
        return new Location(
                present(point.latitude(), path + ".latitude"),
                present(point.longitude(), path + ".longitude"),
                point.name(),
                point.address(),
                null);
    }
}
