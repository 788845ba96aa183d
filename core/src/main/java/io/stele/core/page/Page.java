package io.stele.core.page;

import java.util.List;
import java.util.function.Function;

/**
 * A page, newest first.
 *
 * @param older whether there are rows after the last one; when true, the page is not empty
 * @param newer whether there are rows before the first one
 */
public record Page<T>(List<T> items, boolean older, boolean newer) {

    public Page {
        items = List.copyOf(items);
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), older, newer);
    }
}
