package io.stele.adapters.zavu;

import static io.stele.adapters.Required.present;
import static io.stele.adapters.zavu.ZavuFields.CONTENT;

import io.stele.adapters.FieldPath;
import io.stele.adapters.WireException;
import io.stele.contracts.zavu.ZavuMessageContent;
import io.stele.core.message.TemplateUse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which template is used, and with what. */
@Singleton
final class ZavuTemplateReader {

    private static final Pattern POSITION = Pattern.compile("[0-9]+");
    private static final Pattern INDEX = Pattern.compile("[0-2]");
    private static final FieldPath BODY = CONTENT.member("templateVariables");
    private static final FieldPath BUTTONS = CONTENT.member("templateButtonVariables");
    private static final FieldPath HEADER = CONTENT.member("templateHeaderVariables");

    TemplateUse read(ZavuMessageContent content) {
        String id = present(content.templateId(), CONTENT.member("templateId"));
        List<TemplateUse.Component> components = new ArrayList<>();
        header(checked(content.templateHeaderVariables(), HEADER), components);
        body(checked(content.templateVariables(), BODY), components);
        buttons(checked(content.templateButtonVariables(), BUTTONS), components);
        return new TemplateUse(new TemplateUse.TemplateById(id), components);
    }

    private static void header(Map<String, String> variables, List<TemplateUse.Component> components) {
        variables.forEach((key, value) -> {
            if (!key.equals("1")) {
                throw new WireException(HEADER.member(key), "is not a key; the header's only variable is 1");
            }
            components.add(new TemplateUse.Header(List.of(new TemplateUse.TextParameter(null, value))));
        });
    }

    private static void body(Map<String, String> variables, List<TemplateUse.Component> components) {
        if (variables.isEmpty()) {
            return;
        }
        long positions = variables.keySet().stream()
                .filter(key -> POSITION.matcher(key).matches())
                .count();
        if (positions != 0 && positions != variables.size()) {
            throw new WireException(BODY, "must not mix positions and names");
        }
        components.add(new TemplateUse.Body(positions == 0 ? named(variables) : positional(variables)));
    }

    private static List<TemplateUse.Parameter> named(Map<String, String> variables) {
        variables.keySet().stream().filter(String::isBlank).findFirst().ifPresent(name -> {
            throw new WireException(BODY.member(name), "must have a name");
        });
        return variables.entrySet().stream()
                .<TemplateUse.Parameter>map(entry -> new TemplateUse.TextParameter(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<TemplateUse.Parameter> positional(Map<String, String> variables) {
        List<TemplateUse.Parameter> parameters = new ArrayList<>();
        for (int position = 1; position <= variables.size(); position++) {
            String value = variables.get(String.valueOf(position));
            if (value == null) {
                throw new WireException(BODY, "must have every position from 1 to the last");
            }
            parameters.add(new TemplateUse.TextParameter(null, value));
        }
        return parameters;
    }

    private static void buttons(Map<String, String> variables, List<TemplateUse.Component> components) {
        new TreeMap<>(variables).forEach((key, value) -> {
            if (!INDEX.matcher(key).matches()) {
                throw new WireException(BUTTONS.member(key), "is not the index of a button; a button's is 0, 1 or 2");
            }
            components.add(new TemplateUse.Button(
                    "url", Integer.parseInt(key), List.of(new TemplateUse.TextParameter(null, value))));
        });
    }

    private static Map<String, String> checked(@Nullable Map<String, String> variables, FieldPath path) {
        return variables == null ? Map.of() : ZavuLabels.checked(variables, path);
    }
}
