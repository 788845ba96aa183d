package io.stele.core.intake;

import io.stele.core.message.MediaKind;
import io.stele.core.message.TemplateUse.ActionParameter;
import io.stele.core.message.TemplateUse.CouponCodeParameter;
import io.stele.core.message.TemplateUse.CurrencyParameter;
import io.stele.core.message.TemplateUse.DateTimeParameter;
import io.stele.core.message.TemplateUse.LocationParameter;
import io.stele.core.message.TemplateUse.MediaParameter;
import io.stele.core.message.TemplateUse.Parameter;
import io.stele.core.message.TemplateUse.PayloadParameter;
import io.stele.core.message.TemplateUse.TextParameter;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parameters of a template's header and body (Kapso contract §2.3). */
final class TemplateParameterRules {

    private TemplateParameterRules() {}

    /** A header has one gap: text, a file or a place. */
    static Stream<InvalidField> header(List<Parameter> parameters) {
        return parameters.size() == 1
                ? header(parameters.getFirst())
                : Stream.of(new InvalidField(Field.TEMPLATE_HEADER, "must have exactly one parameter"));
    }

    private static Stream<InvalidField> header(Parameter parameter) {
        return switch (parameter) {
            case TextParameter(_, String text) -> Check.that(
                    !text.isBlank(), Field.TEMPLATE_HEADER, "must have text that is not blank");
            case MediaParameter media -> Check.all(
                    Check.that(
                            media.kind() != MediaKind.AUDIO && media.kind() != MediaKind.STICKER,
                            Field.TEMPLATE_HEADER,
                            "must be text, an image, a video, a document or a location"),
                    Check.that(
                            MediaRules.isReachable(media.file()),
                            Field.TEMPLATE_HEADER,
                            "must have an id, or a link that is an http or https URL"));
            case LocationParameter(var place) -> LocationRules.broken(place)
                    .map(broken -> new InvalidField(
                            Field.TEMPLATE_HEADER,
                            "must have a location on the globe, with a name and an address that are not too long"));
            case CurrencyParameter _,
                    DateTimeParameter _,
                    PayloadParameter _,
                    CouponCodeParameter _,
                    ActionParameter _ -> Stream.of(new InvalidField(
                    Field.TEMPLATE_HEADER, "must be text, an image, a video, a document or a location"));
        };
    }

    /** A body has text, amounts and dates, either all with the names of their gaps or all without. */
    static Stream<InvalidField> body(List<Parameter> parameters) {
        List<String> names = parameters.stream()
                .map(TemplateParameterRules::name)
                .flatMap(Optional::stream)
                .toList();
        return Check.all(
                Check.that(
                        parameters.stream().allMatch(TemplateParameterRules::isForBody),
                        Field.TEMPLATE_BODY,
                        "must have text, currency and date_time parameters only"),
                Check.that(
                        names.isEmpty() || names.size() == parameters.size(),
                        Field.TEMPLATE_BODY,
                        "must not mix named and positional parameters"),
                Check.that(
                        names.stream().distinct().count() == names.size(),
                        Field.TEMPLATE_BODY,
                        "must not name a parameter twice"));
    }

    private static boolean isForBody(Parameter parameter) {
        return switch (parameter) {
            case TextParameter _, CurrencyParameter _, DateTimeParameter _ -> true;
            case MediaParameter _, LocationParameter _, PayloadParameter _, CouponCodeParameter _, ActionParameter _ ->
                false;
        };
    }

    private static Optional<String> name(Parameter parameter) {
        return switch (parameter) {
            case TextParameter(var name, _) -> Optional.ofNullable(name);
            case CurrencyParameter currency -> Optional.ofNullable(currency.name());
            case DateTimeParameter(var name, _) -> Optional.ofNullable(name);
            case MediaParameter _, LocationParameter _, PayloadParameter _, CouponCodeParameter _, ActionParameter _ ->
                Optional.empty();
        };
    }
}
