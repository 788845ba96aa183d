package io.stele.core.page;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of a list that is ordered newest first.
 *
 * @param limit the most rows that the page may have, at least 1
 * @param older only rows that stand after this key, which is itself left out
 * @param newer only rows that stand before this key, which is itself left out; of those the ones nearest to it
 * @param skip rows to leave out after all of that; costs what it skips, so callers bound it
 * @param <K> the key of the list's order
 */
public record PageRequest<K>(int limit, @Nullable K older, @Nullable K newer, int skip) {

    public PageRequest {
        if (limit < 1 || skip < 0) {
            throw new IllegalArgumentException("a page has at least one row and skips none or more");
        }
        if (older != null && newer != null) {
            throw new IllegalArgumentException("a page is walked in one direction");
        }
    }

    /** The first page. */
    public static <K> PageRequest<K> first(int limit) {
        return new PageRequest<>(limit, null, null, 0);
    }

    /** The page that follows this key. */
    public static <K> PageRequest<K> olderThan(K key, int limit) {
        return new PageRequest<>(limit, key, null, 0);
    }

    /** The page that ends just before this key. */
    public static <K> PageRequest<K> newerThan(K key, int limit) {
        return new PageRequest<>(limit, null, key, 0);
    }

    /** The page that is found by leaving out so many rows. */
    public static <K> PageRequest<K> skipping(int rows, int limit) {
        return new PageRequest<>(limit, null, null, rows);
    }
}
