package io.stele.core.intake;

import io.stele.core.message.TemplateUse.ActionParameter;
import io.stele.core.message.TemplateUse.Button;
import io.stele.core.message.TemplateUse.CouponCodeParameter;
import io.stele.core.message.TemplateUse.Parameter;
import io.stele.core.message.TemplateUse.PayloadParameter;
import io.stele.core.message.TemplateUse.TextParameter;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.List;
import java.util.stream.Stream;

/** The parameters of a template's buttons, by the button's type (Kapso contract §2.3). */
final class TemplateButtonRules {

    private static final int LAST_INDEX = 9;
    private static final int LONGEST_COUPON_CODE = 15;

    private TemplateButtonRules() {}

    static Stream<InvalidField> broken(Button button) {
        return Check.all(
                Check.that(
                        button.index() >= 0 && button.index() <= LAST_INDEX,
                        Field.TEMPLATE_BUTTON,
                        "must have an index from 0 to " + LAST_INDEX),
                parameters(button.type(), button.parameters()));
    }

    private static Stream<InvalidField> parameters(String type, List<Parameter> parameters) {
        return switch (type) {
            case "url" -> takes(TextParameter.class, 1, parameters, "must have a text parameter");
            case "quick_reply" -> takes(PayloadParameter.class, 1, parameters, "must have a payload parameter");
            case "phone_number" -> takes(TextParameter.class, 0, parameters, "must have text parameters only");
            case "flow", "catalog" -> takes(ActionParameter.class, 0, parameters, "must have action parameters only");
            case "copy_code" -> Check.that(
                    parameters.size() == 1
                            && parameters.getFirst() instanceof CouponCodeParameter(String code)
                            && !code.isBlank()
                            && Check.isWithin(code, LONGEST_COUPON_CODE),
                    Field.TEMPLATE_BUTTON,
                    "must have one coupon code of 1 to " + LONGEST_COUPON_CODE + " characters");
            default -> Stream.of(new InvalidField(
                    Field.TEMPLATE_BUTTON,
                    "must be of the type url, quick_reply, phone_number, copy_code, flow or catalog"));
        };
    }

    private static Stream<InvalidField> takes(
            Class<? extends Parameter> kind, int least, List<Parameter> parameters, String otherwise) {
        return Check.that(
                parameters.size() >= least && parameters.stream().allMatch(kind::isInstance),
                Field.TEMPLATE_BUTTON,
                otherwise);
    }
}
