package io.stele.adapters.chirp;

import io.stele.contracts.chirp.TemplateBody;
import io.stele.contracts.chirp.TemplateComponent;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.TemplateUse.Body;
import io.stele.core.message.TemplateUse.Button;
import io.stele.core.message.TemplateUse.Cards;
import io.stele.core.message.TemplateUse.Component;
import io.stele.core.message.TemplateUse.Header;
import io.stele.core.message.TemplateUse.LimitedTimeOffer;
import io.stele.core.message.TemplateUse.Parameter;
import io.stele.core.message.TemplateUse.TemplateById;
import io.stele.core.message.TemplateUse.TemplateByName;
import io.stele.core.message.TemplateUse.TextParameter;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes what fills a template: by Chirp's three maps whatever they can say, the rest as components. */
@Singleton
final class TemplateWriter {

    static final String LINK_BUTTON = "url";

    /** What in a map stands for a position, and is no name. */
    static final Pattern POSITION = Pattern.compile("[1-9][0-9]{0,2}");

    private static final int LAST_BUTTON = 99;

    private final TemplateComponentWriter components;

    TemplateWriter(TemplateComponentWriter components) {
        this.components = components;
    }

    TemplateBody write(TemplateUse use) {
        Map<String, String> header = new LinkedHashMap<>();
        Map<String, String> body = new LinkedHashMap<>();
        Map<String, List<String>> buttons = new LinkedHashMap<>();
        List<TemplateComponent> rest = new ArrayList<>();
        for (Component component : use.components()) {
            switch (component) {
                case Header(var parameters) when header.isEmpty() && isMap(parameters) -> header.putAll(map(parameters));
                case Body(var parameters) when body.isEmpty() && isMap(parameters) -> body.putAll(map(parameters));
                case Button(String type, int index, var parameters)
                        when type.equals(LINK_BUTTON)
                                && index <= LAST_BUTTON
                                && !buttons.containsKey("button_" + index)
                                && isList(parameters) -> buttons.put("button_" + index, texts(parameters));
                case Header _, Body _, Button _, Cards _, LimitedTimeOffer _ -> rest.add(components.write(component));
            }
        }
        TemplateById byId = use.template() instanceof TemplateById template ? template : null;
        TemplateByName byName = use.template() instanceof TemplateByName template ? template : null;
        return new TemplateBody(
                byId == null ? null : byId.id(),
                byName == null ? null : byName.name(),
                byName == null ? null : byName.language(),
                byName == null ? null : byName.policy(),
                body.isEmpty() ? null : body,
                header.isEmpty() ? null : header,
                buttons.isEmpty() ? null : buttons,
                rest.isEmpty() ? null : rest);
    }

    /** Whether the parameters are texts, either all by position or all by names that cannot be taken for positions. */
    private static boolean isMap(List<Parameter> parameters) {
        return isList(parameters) || isNamed(parameters);
    }

    private static boolean isList(List<Parameter> parameters) {
        return !parameters.isEmpty()
                && parameters.stream().allMatch(each -> each instanceof TextParameter text && text.name() == null);
    }

    private static boolean isNamed(List<Parameter> parameters) {
        List<String> names = parameters.stream()
                .map(TemplateWriter::name)
                .filter(Objects::nonNull)
                .filter(name -> !POSITION.matcher(name).matches())
                .distinct()
                .toList();
        return !parameters.isEmpty() && names.size() == parameters.size();
    }

    private static @Nullable String name(Parameter parameter) {
        return parameter instanceof TextParameter text ? text.name() : null;
    }

    private static Map<String, String> map(List<Parameter> parameters) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            if (parameter instanceof TextParameter(String name, String text)) {
                map.put(name == null ? Integer.toString(map.size() + 1) : name, text);
            }
        }
        return map;
    }

    private static List<String> texts(List<Parameter> parameters) {
        return List.copyOf(map(parameters).values());
    }
}
