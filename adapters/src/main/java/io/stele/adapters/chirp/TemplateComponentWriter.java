package io.stele.adapters.chirp;

import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.chirp.LocationPoint;
import io.stele.contracts.chirp.TemplateComponent;
import io.stele.core.message.Location;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the components of a template in Meta's names. */
@Singleton
final class TemplateComponentWriter {

    private final TemplateParameterMapper mapper;

    TemplateComponentWriter(TemplateParameterMapper mapper) {
        this.mapper = mapper;
    }

    TemplateComponent write(Component component) {
        return switch (component) {
            case Header(var parameters) -> new TemplateComponent("header", null, null, written(parameters), null);
            case Body(var parameters) -> new TemplateComponent("body", null, null, written(parameters), null);
            case Button(String type, int index, var parameters) -> new TemplateComponent(
                    "button", type, index, written(parameters), null);
            case Cards(var cards) -> new TemplateComponent(
                    "carousel", null, null, null, cards.stream().map(this::card).toList());
            case LimitedTimeOffer(Long expiresAt) -> new TemplateComponent(
                    "limited_time_offer", null, null, expiresAt == null ? null : List.of(offer(expiresAt)), null);
        };
    }

    private TemplateComponent.Card card(Card card) {
        return new TemplateComponent.Card(
                card.index(), card.components().stream().map(this::write).toList());
    }

    private TemplateComponent.Parameter offer(long expiresAt) {
        return mapper.offer("limited_time_offer", new TemplateComponent.LimitedTimeOffer(expiresAt));
    }

    private List<TemplateComponent.Parameter> written(List<Parameter> parameters) {
        return parameters.stream().map(this::written).toList();
    }

    private TemplateComponent.Parameter written(Parameter parameter) {
        return switch (parameter) {
            case TextParameter(String name, String text) -> mapper.text("text", name, text);
            case CurrencyParameter(String name, String fallback, String code, long amount) -> mapper.currency(
                    "currency", name, new TemplateComponent.Currency(fallback, code, amount));
            case DateTimeParameter(String name, String fallback) -> mapper.dateTime(
                    "date_time", name, new TemplateComponent.DateTime(fallback));
            case MediaParameter media -> file(media);
            case LocationParameter(Location place) -> mapper.location("location", point(place));
            case PayloadParameter(String payload) -> mapper.payload("payload", payload);
            case CouponCodeParameter(String code) -> mapper.coupon("coupon_code", code);
            case ActionParameter(String token, var data, String thumbnail) -> mapper.action(
                    "action",
                    new TemplateComponent.Action(token, data == null ? null : JsonTrees.toWire(data), thumbnail));
        };
    }

    private TemplateComponent.Parameter file(MediaParameter media) {
        TemplateComponent.Media file =
                new TemplateComponent.Media(media.file().id(), media.file().link(), media.filename());
        String type = MediaKinds.type(media.kind());
        return switch (media.kind()) {
            case IMAGE -> mapper.file(type, file, null, null);
            case VIDEO -> mapper.file(type, null, file, null);
            case AUDIO, DOCUMENT, STICKER -> mapper.file(type, null, null, file);
        };
    }

    private static LocationPoint point(Location place) {
        return new LocationPoint(place.latitude(), place.longitude(), place.name(), place.address());
    }
}
