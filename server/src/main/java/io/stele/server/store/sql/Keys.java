package io.stele.server.store.sql;

import java.util.Collections;

/** Lists of keys in a statement. */
public final class Keys {

    private Keys() {}

    /** So many pairs of question marks: {@code ((?, ?), (?, ?))}. Rows found by such a list can be locked in both databases. */
    public static String pairs(int many) {
        return "(" + String.join(", ", Collections.nCopies(many, "(?, ?)")) + ")";
    }
}
