package io.stele.adapters.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as JavaScript holds and writes them. */
final class JavaScriptNumber {

    /** From so many digits before the point on, and from so many zeros after it, the form is with an exponent. */
    private static final int MOST_WHOLE_DIGITS = 21;

    private static final int MOST_LEADING_ZEROS = 5;

    private static final MathContext ONE_DIGIT = new MathContext(1, RoundingMode.HALF_EVEN);

    private JavaScriptNumber() {}

    /** The double nearest to the number, as {@code JSON.stringify} writes it. */
    static String text(BigDecimal number) {
        double value = number.doubleValue();
        if (Double.isInfinite(value)) {
            return "null";
        }
        if (value == 0) {
            return "0";
        }
        String sign = value < 0 ? "-" : "";
        BigDecimal shortest = shortest(Math.abs(value));
        return sign + written(shortest.unscaledValue().toString(), shortest.precision() - shortest.scale());
    }

    /**
     * The decimal with the fewest digits that is read as this double, and of those the nearest; without trailing zeros. Java agrees with
     * JavaScript but that it writes no less than two digits, which counts among the very smallest: 4.9E-324 is 5e-324.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        BigDecimal rounded = decimal.round(ONE_DIGIT).stripTrailingZeros();
        return rounded.doubleValue() == value ? rounded : decimal;
    }

    /** @param point where the decimal point stands, counted from before the first digit */
    private static String written(String digits, int point) {
        int count = digits.length();
        if (point > MOST_WHOLE_DIGITS || point < -MOST_LEADING_ZEROS) {
            String fraction = count > 1 ? "." + digits.substring(1) : "";
            return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return count <= point
                ? digits + "0".repeat(point - count)
                : digits.substring(0, point) + "." + digits.substring(point);
    }
}
