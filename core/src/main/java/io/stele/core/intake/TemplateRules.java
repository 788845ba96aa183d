package io.stele.core.intake;

import io.stele.core.message.TemplateUse;
import io.stele.core.message.TemplateUse.Template;
import io.stele.core.message.TemplateUse.TemplateById;
import io.stele.core.message.TemplateUse.TemplateByName;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The form of messages made from templates (Kapso contract §2.3); whether they fit the template is decided where it is known. */
final class TemplateRules {

    private static final int LONGEST_ID = 512;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8}){0,5}");

    private TemplateRules() {}

    static Stream<InvalidField> broken(TemplateUse use) {
        return Check.all(template(use.template()), TemplateComponentRules.broken(use.components()));
    }

    private static Stream<InvalidField> template(Template template) {
        return switch (template) {
            case TemplateById(String id) -> Check.required(Field.TEMPLATE_ID, id, LONGEST_ID);
            case TemplateByName(String name, String language, _) -> Check.all(
                    Check.that(
                            NAME.matcher(name).matches(),
                            Field.TEMPLATE_NAME,
                            "must have 1 to 512 lower-case letters, digits and underscores"),
                    Check.that(
                            LANGUAGE.matcher(language).matches(),
                            Field.TEMPLATE_LANGUAGE,
                            "must be a language code such as en or en_US"));
        };
    }
}
