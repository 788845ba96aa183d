package io.stele.bench.report;

/** What can be measured, in the order in which it is shown. */
public enum Measure {
    BARE("Bare Micronaut endpoint, JSON"),
    COMMIT("PostgreSQL alone, one row a commit (pgbench)"),
    KANNEL_SPOOL("Kannel, accept and forward, spool (not synced)"),
    KANNEL_NONE("Kannel, accept and forward, no store"),
    ACCEPT_ZAVU("Accept, Zavu `POST /v1/messages`"),
    ACCEPT_KAPSO("Accept, Kapso"),
    ACCEPT_CHIRP("Accept, Chirp"),
    END_TO_END("End to end: accepted, sent, receipts merged"),
    HOOK("Inbound webhooks, one message each"),
    IDLE("Idle pickup, from the answer until Graph has it"),
    GET_ZAVU("Get by id, Zavu"),
    GET_KAPSO("Get by id, Kapso"),
    GET_CHIRP("Get by id, Chirp"),
    LIST_ZAVU("List of 50, Zavu"),
    LIST_KAPSO("List of 50, Kapso"),
    LIST_CHIRP("List of 50, Chirp"),
    LARGE_LIST_ZAVU("List of 50, Zavu, large store"),
    LARGE_LIST_KAPSO("List of 50, Kapso, large store"),
    LARGE_LIST_CHIRP("List of 50, Chirp, large store"),
    ACCEPT_H2("Accept, Zavu, H2 file");

    private final String title;

    Measure(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
