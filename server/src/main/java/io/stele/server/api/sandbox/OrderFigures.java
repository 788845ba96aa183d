package io.stele.server.api.sandbox;

import io.stele.adapters.WireException;
import io.stele.core.message.Order;
import java.util.regex.Pattern;

/** The figures of an order as a shop can have them: whole pieces, and prices that can be written out. */
final class OrderFigures {

    private static final long MOST_PIECES = 1_000_000;
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,6})?");

    private OrderFigures() {}

    /**
     * Checks the order.
     *
     * @throws WireException for the first quantity or price that no order can have
     */
    static void check(Order order) {
        for (int i = 0; i < order.items().size(); i++) {
            Order.Item item = order.items().get(i);
            String path = "order.product_items[" + i + "]";
            if (item.quantity() < 1 || item.quantity() > MOST_PIECES) {
                throw new WireException(path + ".quantity", "must be from 1 to " + MOST_PIECES);
            }
            if (item.price() != null && !PRICE.matcher(item.price()).matches()) {
                throw new WireException(
                        path + ".item_price", "must be a number from 0 on, with at most 12 digits and 6 decimals");
            }
        }
    }
}
