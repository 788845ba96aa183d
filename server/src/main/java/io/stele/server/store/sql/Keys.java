package io.stele.server.store.sql;

import java.util.Collections;

/** Lists of keys in a statement. */
public final class Keys {

    private Keys() {}

    /** So many pairs of question marks: {@code ((?, ?), (?, ?))}. Rows found by such a list can be locked in both databases. */
    public static String pairs(int many) {
        return rows(many, "(?, ?)");
    }

    /** So many triples of question marks. */
    public static String triples(int many) {
        return rows(many, "(?, ?, ?)");
    }

    private static String rows(int many, String row) {
        return "(" + String.join(", ", Collections.nCopies(many, row)) + ")";
    }
}
