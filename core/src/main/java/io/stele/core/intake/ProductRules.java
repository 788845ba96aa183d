package io.stele.core.intake;

import io.stele.core.message.Interactive.Product;
import io.stele.core.message.Interactive.ProductList;
import io.stele.core.message.Interactive.ProductSection;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.Rejection.InvalidField;
import java.util.stream.Stream;

/** Products of a catalog: one, or up to thirty in titled parts (Kapso contract §2.2). */
final class ProductRules {

    private static final int MOST_SECTIONS = 10;
    private static final int MOST_PRODUCTS = 30;
    private static final int LONGEST_TITLE = 24;

    private ProductRules() {}

    static Stream<InvalidField> broken(Product product) {
        return Check.all(
                Check.given(Field.PRODUCT_CATALOG, product.catalogId()),
                Check.given(Field.PRODUCT_RETAILER_ID, product.retailerId()));
    }

    static Stream<InvalidField> broken(ProductList products) {
        boolean titled = products.sections().size() > 1;
        int items = products.sections().stream()
                .mapToInt(section -> section.retailerIds().size())
                .sum();
        return Check.all(
                Check.given(Field.PRODUCT_CATALOG, products.catalogId()),
                Check.count(Field.PRODUCT_SECTIONS, products.sections(), 1, MOST_SECTIONS, "sections"),
                Check.that(
                        items <= MOST_PRODUCTS,
                        Field.PRODUCT_SECTIONS,
                        "must have at most " + MOST_PRODUCTS + " products in all"),
                Check.each(products.sections(), section -> section(section, titled)));
    }

    private static Stream<InvalidField> section(ProductSection section, boolean titled) {
        return Check.all(
                titled
                        ? Check.required(Field.PRODUCT_SECTION_TITLE, section.title(), LONGEST_TITLE)
                        : Check.optional(Field.PRODUCT_SECTION_TITLE, section.title(), LONGEST_TITLE),
                Check.that(!section.retailerIds().isEmpty(), Field.PRODUCT_ITEMS, "must have at least one product"),
                Check.that(
                        section.retailerIds().stream().noneMatch(String::isBlank),
                        Field.PRODUCT_ITEMS,
                        "must name each product by an id that is not blank"));
    }
}
