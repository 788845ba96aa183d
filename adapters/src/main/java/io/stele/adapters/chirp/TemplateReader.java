package io.stele.adapters.chirp;

import io.stele.adapters.Required;
import io.stele.adapters.WireException;
import io.stele.contracts.chirp.TemplateBody;
import io.stele.core.message.TemplateUse;
import io.stele.core.message.TemplateUse.Body;
import io.stele.core.message.TemplateUse.Button;
import io.stele.core.message.TemplateUse.Component;
import io.stele.core.message.TemplateUse.Header;
import io.stele.core.message.TemplateUse.Parameter;
import io.stele.core.message.TemplateUse.TemplateById;
import io.stele.core.message.TemplateUse.TemplateByName;
import io.stele.core.message.TemplateUse.TextParameter;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what fills a template (contract §3.1, §3.4). Chirp's maps hold texts only: those of the body and of the header by
 * position or by name, those of a button that opens a web page by the button's index.
 */
@Singleton
final class TemplateReader {

    private static final Pattern BUTTON = Pattern.compile("button_([0-9]{1,2})");

    private final TemplateComponentReader components;

    TemplateReader(TemplateComponentReader components) {
        this.components = components;
    }

    /**
     * Reads a template.
     *
     * @param path of the object that holds the maps; empty for the body itself
     */
    TemplateUse read(TemplateBody wire, String path) {
        List<Component> read = new ArrayList<>();
        List<Parameter> header =
                texts(wire.headerVariables(), join(path, "headerVariables"), Field.TEMPLATE_HEADER);
        if (!header.isEmpty()) {
            read.add(new Header(header));
        }
        List<Parameter> body = texts(wire.variables(), join(path, "variables"), Field.TEMPLATE_BODY);
        if (!body.isEmpty()) {
            read.add(new Body(body));
        }
        read.addAll(buttons(wire.buttonVariables(), join(path, "buttonVariables")));
        read.addAll(components.read(wire.components(), join(path, "components")));
        return new TemplateUse(template(wire, path), read);
    }

    private static TemplateUse.Template template(TemplateBody wire, String path) {
        if (wire.name() == null && wire.id() != null) {
            return new TemplateById(wire.id());
        }
        return new TemplateByName(
                Required.present(wire.name(), join(path, "name")),
                Required.present(wire.language(), join(path, "language")),
                wire.languagePolicy());
    }

    private static List<Parameter> texts(@Nullable Map<String, String> variables, String path, Field field) {
        if (variables == null || variables.isEmpty()) {
            return List.of();
        }
        variables.forEach((name, value) -> Required.present(value, path + "." + name));
        if (variables.keySet().stream().noneMatch(name -> TemplateWriter.POSITION.matcher(name).matches())) {
            return variables.entrySet().stream()
                    .<Parameter>map(entry -> new TextParameter(entry.getKey(), entry.getValue()))
                    .toList();
        }
        List<Parameter> read = new ArrayList<>();
        for (int position = 1; position <= variables.size(); position++) {
            String value = variables.get(Integer.toString(position));
            if (value == null) {
                throw new RejectedException(new Rejection.InvalidField(
                        field, "must number its placeholders 1, 2, 3 and so on, or name them all"));
            }
            read.add(new TextParameter(null, value));
        }
        return read;
    }

    private static List<Component> buttons(@Nullable Map<String, List<String>> variables, String path) {
        if (variables == null) {
            return List.of();
        }
        SortedMap<Integer, List<Parameter>> read = new TreeMap<>();
        variables.forEach((name, values) -> {
            Matcher matcher = BUTTON.matcher(name);
            if (!matcher.matches() || read.containsKey(Integer.valueOf(matcher.group(1)))) {
                throw new WireException(path + "." + name, "must be named button_0, button_1 and so on");
            }
            List<Parameter> texts = Required.elements(values, path + "." + name).stream()
                    .<Parameter>map(value -> new TextParameter(null, value))
                    .toList();
            read.put(Integer.valueOf(matcher.group(1)), texts);
        });
        return read.entrySet().stream()
                .<Component>map(entry -> new Button(TemplateWriter.LINK_BUTTON, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String join(String path, String member) {
        return path.isEmpty() ? member : path + "." + member;
    }
}
