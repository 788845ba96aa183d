package io.stele.adapters.graph;

import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.kapso.graph.Location;
import io.stele.contracts.kapso.graph.Media;
import io.stele.contracts.kapso.graph.Template;
import io.stele.contracts.kapso.graph.TemplateComponent;
import io.stele.contracts.kapso.graph.TemplateParameter;
import io.stele.core.message.TemplateUse;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes messages made from templates in Meta's form (contract section 2.3). */
@Singleton
final class TemplateWriter {

    private final FileMapper files;

    TemplateWriter(FileMapper files) {
        this.files = files;
    }

    /** A template that was named by an id of ours has that id as its name, and no language. */
    Template write(TemplateUse use) {
        List<TemplateComponent> components = unlessEmpty(components(use.components()));
        return switch (use.template()) {
            case TemplateUse.TemplateByName(String name, String language, String policy) -> new Template(
                    name, new Template.Language(language, policy), components);
            case TemplateUse.TemplateById(String id) -> new Template(id, null, components);
        };
    }

    private List<TemplateComponent> components(List<TemplateUse.Component> components) {
        return components.stream().map(this::component).toList();
    }

    private TemplateComponent component(TemplateUse.Component component) {
        return switch (component) {
            case TemplateUse.Header(var parameters) -> part("header", parameters(parameters));
            case TemplateUse.Body(var parameters) -> part("body", parameters(parameters));
            case TemplateUse.Button(String type, int index, var parameters) -> new TemplateComponent(
                    "button", type, Integer.toString(index), parameters(parameters), null);
            case TemplateUse.Cards(var cards) -> new TemplateComponent(
                    "carousel",
                    null,
                    null,
                    null,
                    cards.stream()
                            .map(card -> new TemplateComponent.Card(card.index(), components(card.components())))
                            .toList());
            case TemplateUse.LimitedTimeOffer(Long expiresAt) -> part(
                    "limited_time_offer",
                    expiresAt == null
                            ? null
                            : List.of(new Value("limited_time_offer")
                                    .offer(new TemplateParameter.LimitedTimeOffer(expiresAt))
                                    .parameter()));
        };
    }

    private @Nullable List<TemplateParameter> parameters(List<TemplateUse.Parameter> parameters) {
        return unlessEmpty(parameters.stream().map(this::parameter).toList());
    }

    private TemplateParameter parameter(TemplateUse.Parameter parameter) {
        return switch (parameter) {
            case TemplateUse.TextParameter(String name, String text) -> new Value("text").name(name).text(text).parameter();
            case TemplateUse.CurrencyParameter(String name, String fallback, String code, long amount) -> new Value("currency")
                    .name(name)
                    .currency(new TemplateParameter.Currency(fallback, code, amount))
                    .parameter();
            case TemplateUse.DateTimeParameter(String name, String fallback) -> new Value("date_time")
                    .name(name)
                    .dateTime(new TemplateParameter.DateTime(fallback))
                    .parameter();
            case TemplateUse.MediaParameter media -> file(media, files.toWire(media.file(), media.filename()));
            case TemplateUse.LocationParameter(var location) -> new Value("location")
                    .location(files.toWire(location))
                    .parameter();
            case TemplateUse.PayloadParameter(String payload) -> new Value("payload").payload(payload).parameter();
            case TemplateUse.CouponCodeParameter(String code) -> new Value("coupon_code").coupon(code).parameter();
            case TemplateUse.ActionParameter(String token, var data, String thumbnail) -> new Value("action")
                    .action(new TemplateParameter.Action(
                            token, data == null ? null : JsonTrees.toWire(data), thumbnail))
                    .parameter();
        };
    }

    private static TemplateParameter file(TemplateUse.MediaParameter parameter, Media file) {
        return switch (parameter.kind()) {
            case VIDEO -> new Value("video").video(file).parameter();
            case DOCUMENT -> new Value("document").document(file).parameter();
            // A template has no gap for any other kind.
            case IMAGE, AUDIO, STICKER -> new Value("image").image(file).parameter();
        };
    }

    private static TemplateComponent part(String type, @Nullable List<TemplateParameter> parameters) {
        return new TemplateComponent(type, null, null, parameters, null);
    }

    private static <T> @Nullable List<T> unlessEmpty(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    /** A parameter in the making: of the members beside its type and name it has one. */
    private static final class Value {
        private final String type;
        private @Nullable String name;
        private @Nullable String text;
        private TemplateParameter.@Nullable Currency currency;
        private TemplateParameter.@Nullable DateTime dateTime;
        private @Nullable Media image;
        private @Nullable Media video;
        private @Nullable Media document;
        private @Nullable Location location;
        private @Nullable String payload;
        private @Nullable String coupon;
        private TemplateParameter.@Nullable Action action;
        private TemplateParameter.@Nullable LimitedTimeOffer offer;

        Value(String type) {
            this.type = type;
        }

        Value name(@Nullable String value) {
            name = value;
            return this;
        }

        Value text(String value) {
            text = value;
            return this;
        }

        Value currency(TemplateParameter.Currency value) {
            currency = value;
            return this;
        }

        Value dateTime(TemplateParameter.DateTime value) {
            dateTime = value;
            return this;
        }

        Value image(Media value) {
            image = value;
            return this;
        }

        Value video(Media value) {
            video = value;
            return this;
        }

        Value document(Media value) {
            document = value;
            return this;
        }

        Value location(Location value) {
            location = value;
            return this;
        }

        Value payload(String value) {
            payload = value;
            return this;
        }

        Value coupon(String value) {
            coupon = value;
            return this;
        }

        Value action(TemplateParameter.Action value) {
            action = value;
            return this;
        }

        Value offer(TemplateParameter.LimitedTimeOffer value) {
            offer = value;
            return this;
        }

        TemplateParameter parameter() {
            return new TemplateParameter(
                    type, name, text, currency, dateTime, image, video, document, location, payload, coupon, action,
                    offer);
        }
    }
}
