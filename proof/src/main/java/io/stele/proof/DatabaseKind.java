package io.stele.proof;

/** On which database a scenario is done. */
enum DatabaseKind {
    H2("h2", "H2"),
    POSTGRESQL("postgresql", "PostgreSQL");

    private final String word;
    private final String title;

    DatabaseKind(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As an option has it. */
    String word() {
        return word;
    }

    /** Its name. */
    String title() {
        return title;
    }
}
