package io.stele.harness.stele;

import io.stele.graphstub.client.Person;
import java.util.List;
import java.util.stream.IntStream;

/** People with numbers that nobody has: those from 555-0100 to 555-0199 of each area. */
public final class People {

    private static final int FIRST_AREA = 201;
    private static final int AREAS = 799;
    private static final int EACH = 100;

    private People() {}

    /** So many of them, the same ones each time. */
    public static List<Person> some(int count) {
        if (count > AREAS * EACH) {
            throw new IllegalArgumentException("there are only " + AREAS * EACH + " people");
        }
        return IntStream.range(0, count)
                .mapToObj(i -> Person.phone("1%d55501%02d".formatted(FIRST_AREA + i / EACH, i % EACH), "Ana Rivera"))
                .toList();
    }
}
