package io.stele.server.store.json;

import io.stele.core.message.Json;
import io.stele.core.message.MediaKind;
import io.stele.core.message.TemplateUse;
import java.util.List;

/** The stored form of a message made from a template. */
final class TemplateForm {

    private TemplateForm() {}

    static Json write(TemplateUse use) {
        return Members.of("template")
                .with("template", template(use.template()))
                .with("components", use.components(), TemplateForm::component)
                .build();
    }

    private static Json template(TemplateUse.Template template) {
        return switch (template) {
            case TemplateUse.TemplateById(var id) -> Members.of("id")
                    .with("id", id)
                    .build();
            case TemplateUse.TemplateByName(var name, var language, var policy) -> Members.of("name")
                    .with("name", name)
                    .with("language", language)
                    .with("policy", policy)
                    .build();
        };
    }

    private static Json component(TemplateUse.Component component) {
        return switch (component) {
            case TemplateUse.Header(var parameters) -> Members.of("header")
                    .with("parameters", parameters, TemplateForm::parameter)
                    .build();
            case TemplateUse.Body(var parameters) -> Members.of("body")
                    .with("parameters", parameters, TemplateForm::parameter)
                    .build();
            case TemplateUse.Button(var type, var index, var parameters) -> Members.of("button")
                    .with("type", type)
                    .with("index", index)
                    .with("parameters", parameters, TemplateForm::parameter)
                    .build();
            case TemplateUse.Cards(var cards) -> Members.of("cards")
                    .with("cards", cards, card -> new Members()
                            .with("index", card.index())
                            .with("components", card.components(), TemplateForm::component)
                            .build())
                    .build();
            case TemplateUse.LimitedTimeOffer(var expiresAtMillis) -> Members.of("offer")
                    .with("expiresAtMillis", expiresAtMillis)
                    .build();
        };
    }

    private static Json parameter(TemplateUse.Parameter parameter) {
        return switch (parameter) {
            case TemplateUse.TextParameter(var name, var text) -> Members.of("text")
                    .with("name", name)
                    .with("text", text)
                    .build();
            case TemplateUse.CurrencyParameter(var name, var fallback, var code, var amount1000) -> Members.of("currency")
                    .with("name", name)
                    .with("fallback", fallback)
                    .with("code", code)
                    .with("amount1000", (Long) amount1000)
                    .build();
            case TemplateUse.DateTimeParameter(var name, var fallback) -> Members.of("date_time")
                    .with("name", name)
                    .with("fallback", fallback)
                    .build();
            case TemplateUse.MediaParameter(var kind, var file, var filename) -> Members.of("media")
                    .with("kind", kind)
                    .with("file", FileForm.write(file))
                    .with("filename", filename)
                    .build();
            case TemplateUse.LocationParameter(var location) -> Members.of("location")
                    .with("location", ContentForm.place(location))
                    .build();
            case TemplateUse.PayloadParameter(var payload) -> Members.of("payload")
                    .with("payload", payload)
                    .build();
            case TemplateUse.CouponCodeParameter(var code) -> Members.of("coupon")
                    .with("code", code)
                    .build();
            case TemplateUse.ActionParameter(var flowToken, var flowActionData, var thumbnailRetailerId) -> Members.of(
                            "action")
                    .with("flowToken", flowToken)
                    .with("flowActionData", flowActionData)
                    .with("thumbnailRetailerId", thumbnailRetailerId)
                    .build();
        };
    }

    static TemplateUse read(Fields fields) {
        return new TemplateUse(template(fields.json("template")), fields.list("components", TemplateForm::component));
    }

    private static TemplateUse.Template template(Json json) {
        Fields template = Fields.of(json);
        return switch (template.kind()) {
            case "id" -> new TemplateUse.TemplateById(template.text("id"));
            case "name" -> new TemplateUse.TemplateByName(
                    template.text("name"), template.text("language"), template.textOrNull("policy"));
            default -> throw Fields.unknown(template.kind());
        };
    }

    private static TemplateUse.Component component(Json json) {
        Fields component = Fields.of(json);
        return switch (component.kind()) {
            case "header" -> new TemplateUse.Header(parameters(component));
            case "body" -> new TemplateUse.Body(parameters(component));
            case "button" -> new TemplateUse.Button(
                    component.text("type"), component.index("index"), parameters(component));
            case "cards" -> new TemplateUse.Cards(component.list("cards", each -> {
                Fields card = Fields.of(each);
                return new TemplateUse.Card(card.index("index"), card.list("components", TemplateForm::component));
            }));
            case "offer" -> new TemplateUse.LimitedTimeOffer(component.longOrNull("expiresAtMillis"));
            default -> throw Fields.unknown(component.kind());
        };
    }

    private static List<TemplateUse.Parameter> parameters(Fields component) {
        return component.list("parameters", TemplateForm::parameter);
    }

    private static TemplateUse.Parameter parameter(Json json) {
        Fields parameter = Fields.of(json);
        return switch (parameter.kind()) {
            case "text" -> new TemplateUse.TextParameter(parameter.textOrNull("name"), parameter.text("text"));
            case "currency" -> new TemplateUse.CurrencyParameter(
                    parameter.textOrNull("name"),
                    parameter.text("fallback"),
                    parameter.text("code"),
                    parameter.number("amount1000"));
            case "date_time" -> new TemplateUse.DateTimeParameter(
                    parameter.textOrNull("name"), parameter.text("fallback"));
            case "media" -> new TemplateUse.MediaParameter(
                    parameter.constant("kind", MediaKind.class),
                    FileForm.read(parameter.json("file")),
                    parameter.textOrNull("filename"));
            case "location" -> new TemplateUse.LocationParameter(ContentForm.place(parameter.json("location")));
            case "payload" -> new TemplateUse.PayloadParameter(parameter.text("payload"));
            case "coupon" -> new TemplateUse.CouponCodeParameter(parameter.text("code"));
            case "action" -> new TemplateUse.ActionParameter(
                    parameter.textOrNull("flowToken"),
                    parameter.jsonOrNull("flowActionData"),
                    parameter.textOrNull("thumbnailRetailerId"));
            default -> throw Fields.unknown(parameter.kind());
        };
    }
}
