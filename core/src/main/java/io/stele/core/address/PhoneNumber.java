package io.stele.core.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 with its leading plus.
 *
 * <p>A number is taken when its form and length are possible for its country; whether a carrier has handed it out is not
 * asked, since documentation and test numbers never are.
 */
public record PhoneNumber(String value) implements Address {

    private static final Pattern PUNCTUATED = Pattern.compile("\\+?[0-9][0-9 ().\\-]{0,30}");

    /**
     * Reads a number as people write it: with or without the plus, with spaces, dots, dashes and brackets. The country code
     * must be there; a zero that people put between it and the number is left out. Empty when the text is no possible number, also when there is
     * more than one such zero: what is read is always read as itself again.
     */
    public static Optional<PhoneNumber> parse(String text) {
        String trimmed = text.strip();
        if (!PUNCTUATED.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        String international = trimmed.startsWith("+") ? trimmed : "+" + trimmed;
        return e164(international)
                .filter(value -> value.equals(international) || e164(value).filter(value::equals).isPresent())
                .map(PhoneNumber::new);
    }

    private static Optional<String> e164(String international) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(international, null);
            return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** The digits without the plus: WhatsApp's {@code wa_id}. */
    public String digits() {
        return value.substring(1);
    }
}
