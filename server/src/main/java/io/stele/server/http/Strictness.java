package io.stele.server.http;

/** How exactly a value must be of its type. */
public enum Strictness {
    /** A string is a string and a number is a number. */
    EXACT,
    /** A number may stand for a string, and a numeric string for a number, as at Meta. */
    NUMBERS_AS_TEXT
}
