package io.stele.adapters.graph;

import static io.stele.adapters.Required.optionalElements;
import static io.stele.adapters.Required.present;

import io.micronaut.json.tree.JsonNode;
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

    /** Beyond this an exponent stays an exponent: written out, a hostile one would fill the memory. */
    private static final int MOST_DIGITS = 100;

    /** @throws io.stele.adapters.WireException when the catalog, a product or a quantity is missing */
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
                price(item.itemPrice()),
                item.currency());
    }

    private static @Nullable String price(@Nullable JsonNode price) {
        if (price == null || price.isNull()) {
            return null;
        }
        if (!price.isNumber()) {
            return price.coerceStringValue();
        }
        BigDecimal number = JsonTrees.number(price);
        return Math.abs((long) number.scale()) > MOST_DIGITS ? number.toString() : number.toPlainString();
    }
}
