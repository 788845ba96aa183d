package io.stele.core.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order that a person placed from a catalog. */
public record Order(String catalogId, @Nullable String text, List<Item> items) implements Content {

    public Order {
        items = List.copyOf(items);
    }

    /**
     * @param price of one piece, a decimal as the provider gave it
     * @param currency three letters
     */
    public record Item(String retailerId, long quantity, @Nullable String price, @Nullable String currency) {}
}
