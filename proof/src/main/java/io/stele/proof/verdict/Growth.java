package io.stele.proof.verdict;

import java.util.List;

/**
 * Whether what was looked at again and again grows. The first third, in which a program warms up, does not count.
 *
 * @param first the mean of the second third
 * @param last the mean of the last third
 * @param slope of the line that fits the last two thirds best, for each look
 * @param looks how many there were
 */
public record Growth(double first, double last, double slope, int looks) {

    /** What these looks tell, oldest first. */
    public static Growth of(List<Double> looks) {
        int third = looks.size() / 3;
        List<Double> middle = looks.subList(third, 2 * third);
        List<Double> end = looks.subList(2 * third, looks.size());
        return new Growth(mean(middle), mean(end), slope(looks.subList(third, looks.size())), looks.size());
    }

    /** How much more there is in the last third. */
    public double added() {
        return last - first;
    }

    @Override
    public String toString() {
        return "%,.1f and then %,.1f, %+.4f for each of %,d looks".formatted(first, last, slope, looks);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double slope(List<Double> values) {
        double middle = (values.size() - 1) / 2.0;
        double mean = mean(values);
        double over = 0;
        double under = 0;
        for (int i = 0; i < values.size(); i++) {
            over += (i - middle) * (values.get(i) - mean);
            under += (i - middle) * (i - middle);
        }
        return under == 0 ? 0 : over / under;
    }
}
