package io.stele.core.intake;

import io.stele.core.message.Interactive.Menu;
import io.stele.core.message.Interactive.Row;
import io.stele.core.message.Interactive.Section;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.stream.Stream;

/** Menus: at most ten lines in all, under a title each part when there are several (Kapso contract §2.2). */
final class MenuRules {

    private static final int MOST_SECTIONS = 10;
    private static final int MOST_ROWS = 10;
    private static final int LONGEST_TITLE = 24;
    private static final int LONGEST_ROW_ID = 200;
    private static final int LONGEST_DESCRIPTION = 72;

    private MenuRules() {}

    static Stream<InvalidField> broken(Menu menu) {
        boolean titled = menu.sections().size() > 1;
        int rows = menu.sections().stream().mapToInt(section -> section.rows().size()).sum();
        return Check.all(
                Check.required(Field.MENU_BUTTON, menu.button(), ActionRules.LONGEST_LABEL),
                Check.count(Field.MENU_SECTIONS, menu.sections(), 1, MOST_SECTIONS, "sections"),
                Check.that(rows <= MOST_ROWS, Field.MENU_SECTIONS, "must have at most " + MOST_ROWS + " rows in all"),
                Check.each(menu.sections(), section -> section(section, titled)));
    }

    private static Stream<InvalidField> section(Section section, boolean titled) {
        return Check.all(
                titled
                        ? Check.required(Field.MENU_SECTION_TITLE, section.title(), LONGEST_TITLE)
                        : Check.optional(Field.MENU_SECTION_TITLE, section.title(), LONGEST_TITLE),
                Check.that(!section.rows().isEmpty(), Field.MENU_ROWS, "must have at least one row"),
                Check.each(section.rows(), MenuRules::row));
    }

    private static Stream<InvalidField> row(Row row) {
        return Check.all(
                Check.required(Field.MENU_ROW_ID, row.id(), LONGEST_ROW_ID),
                Check.required(Field.MENU_ROW_TITLE, row.title(), LONGEST_TITLE),
                Check.optional(Field.MENU_ROW_DESCRIPTION, row.description(), LONGEST_DESCRIPTION));
    }
}
