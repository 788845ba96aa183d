package io.stele.adapters.graph;

import static io.stele.adapters.Required.optionalElements;
import static io.stele.adapters.Required.present;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.WireException;
import io.stele.adapters.json.JsonTrees;
import io.stele.core.message.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Orders. The customer's note is read under either of its two names and written under both. */
@Mapper
abstract class OrderMapper {

    /** No price has more, on either side of the point. A longer one, or a hostile exponent, would fill the memory when written out. */
    private static final int MOST_DIGITS = 64;

    /** @throws WireException when the catalog, a product or a quantity is missing, or a price is none */
    Order toDomain(io.stele.contracts.kapso.graph.Order order, String path) {
        List<io.stele.contracts.kapso.graph.Order.Item> items =
                optionalElements(order.productItems(), path + ".product_items");
        return new Order(
                present(order.catalogId(), path + ".catalog_id"),
                order.text() != null ? order.text() : order.orderText(),
                IntStream.range(0, items.size())
                        .mapToObj(i -> item(items.get(i), path + ".product_items[" + i + "]"))
                        .toList());
    }

    @Mapping(target = "productItems", source = "items")
    @Mapping(target = "orderText", source = "text")
    abstract io.stele.contracts.kapso.graph.Order toWire(Order order);

    @Mapping(target = "productRetailerId", source = "retailerId")
    @Mapping(target = "itemPrice", source = "price")
    abstract io.stele.contracts.kapso.graph.Order.Item toWire(Order.Item item);

    @Nullable JsonNode price(@Nullable String price) {
        if (price == null) {
            return null;
        }
        if (price.length() > 2 * MOST_DIGITS) {
            return JsonNode.createStringNode(price);
        }
        try {
            return JsonNode.createNumberNode(new BigDecimal(price));
        } catch (NumberFormatException e) {
            return JsonNode.createStringNode(price);
        }
    }

    private static Order.Item item(io.stele.contracts.kapso.graph.Order.Item item, String path) {
        return new Order.Item(
                present(item.productRetailerId(), path + ".product_retailer_id"),
                present(item.quantity(), path + ".quantity"),
                price(item.itemPrice(), path + ".item_price"),
                item.currency());
    }

    private static @Nullable String price(@Nullable JsonNode price, String path) {
        if (price == null || price.isNull()) {
            return null;
        }
        if (price.isString() && price.getStringValue().length() <= MOST_DIGITS) {
            return price.getStringValue();
        }
        if (!price.isNumber()) {
            throw new WireException(path, "must be a number");
        }
        BigDecimal number = JsonTrees.number(price);
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new WireException(path, "must be a number with at most " + MOST_DIGITS + " digits");
        }
        return number.toPlainString();
    }
}
