package io.stele.adapters.zavu;

import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.message.Location;
import io.stele.core.message.Media;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.TemplateUse.Parameter;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in Zavu's words which template is used, and with what. Zavu's variables are plain strings: an amount or a date is shown by
 * its fallback text. A language, cards and the end of an offer have no place there.
 */
@Singleton
final class ZavuTemplateWriter {

    private final ZavuContentMapper mapper;

    ZavuTemplateWriter(ZavuContentMapper mapper) {
        this.mapper = mapper;
    }

    ZavuMessageContent write(TemplateUse use) {
        Map<String, String> body = new LinkedHashMap<>();
        Map<String, String> buttons = new LinkedHashMap<>();
        Map<String, String> header = new LinkedHashMap<>();
        for (TemplateUse.Component component : use.components()) {
            switch (component) {
                case TemplateUse.Header(List<Parameter> parameters) -> putAll(header, parameters, false);
                case TemplateUse.Body(List<Parameter> parameters) -> putAll(body, parameters, true);
                case TemplateUse.Button(_, int index, List<Parameter> parameters) -> {
                    String value = parameters.isEmpty() ? null : words(parameters.getFirst());
                    if (value != null) {
                        buttons.put(String.valueOf(index), value);
                    }
                }
                case TemplateUse.Cards _, TemplateUse.LimitedTimeOffer _ -> {}
            }
        }
        return mapper.template(id(use.template()), orNull(body), orNull(buttons), orNull(header), shown(use));
    }

    private static String id(TemplateUse.Template template) {
        return switch (template) {
            case TemplateUse.TemplateById(String id) -> id;
            case TemplateUse.TemplateByName named -> named.name();
        };
    }

    private static void putAll(Map<String, String> values, List<Parameter> parameters, boolean byName) {
        for (int i = 0; i < parameters.size(); i++) {
            String value = words(parameters.get(i));
            if (value != null) {
                String name = byName ? name(parameters.get(i)) : null;
                values.put(name == null ? String.valueOf(i + 1) : name, value);
            }
        }
    }

    private static @Nullable String name(Parameter parameter) {
        return switch (parameter) {
            case TemplateUse.TextParameter text -> text.name();
            case TemplateUse.CurrencyParameter amount -> amount.name();
            case TemplateUse.DateTimeParameter moment -> moment.name();
            case TemplateUse.MediaParameter _,
                    TemplateUse.LocationParameter _,
                    TemplateUse.PayloadParameter _,
                    TemplateUse.CouponCodeParameter _,
                    TemplateUse.ActionParameter _ -> null;
        };
    }

    private static @Nullable String words(Parameter parameter) {
        return switch (parameter) {
            case TemplateUse.TextParameter text -> text.text();
            case TemplateUse.CurrencyParameter amount -> amount.fallback();
            case TemplateUse.DateTimeParameter moment -> moment.fallback();
            case TemplateUse.PayloadParameter(String payload) -> payload;
            case TemplateUse.CouponCodeParameter(String code) -> code;
            case TemplateUse.ActionParameter action ->
                action.flowToken() == null ? action.thumbnailRetailerId() : action.flowToken();
            case TemplateUse.MediaParameter _, TemplateUse.LocationParameter _ -> null;
        };
    }

    /** The file or the place in the template's header; null when it has none. */
    private @Nullable ZavuMessageContent shown(TemplateUse use) {
        return use.components().stream()
                .flatMap(component -> component instanceof TemplateUse.Header(List<Parameter> parameters)
                        ? parameters.stream()
                        : Stream.empty())
                .map(this::shown)
                .filter(content -> content != null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable ZavuMessageContent shown(Parameter parameter) {
        return switch (parameter) {
            case TemplateUse.MediaParameter(var kind, var file, var filename) ->
                mapper.content(new Media(kind, file, null, filename, null, null));
            case TemplateUse.LocationParameter(Location place) -> mapper.content(place);
            case TemplateUse.TextParameter _,
                    TemplateUse.CurrencyParameter _,
                    TemplateUse.DateTimeParameter _,
                    TemplateUse.PayloadParameter _,
                    TemplateUse.CouponCodeParameter _,
                    TemplateUse.ActionParameter _ -> null;
        };
    }

    private static @Nullable Map<String, String> orNull(Map<String, String> values) {
        return values.isEmpty() ? null : values;
    }
}
