package io.stele.server.http;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.stele.adapters.FieldPath;
import io.stele.adapters.json.JsonTrees;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares a JSON tree with the shape of a wire record, so that a wrong member can be named before anything is bound. */
final class WireShape {

    private static final Set<Class<?>> LONG = Set.of(Long.class, long.class);
    private static final Set<Class<?>> INT = Set.of(Integer.class, int.class);
    private static final Set<Class<?>> FRACTIONAL = Set.of(BigDecimal.class, Double.class, double.class);
    private static final Set<Class<?>> TRUTH = Set.of(Boolean.class, boolean.class);

    private final Strictness strictness;

    private WireShape(Strictness strictness) {
        this.strictness = strictness;
    }

    /** @throws RefusedException for the first member whose value is not of its type; null is of every type */
    static void check(JsonNode tree, Class<?> type, Strictness strictness) {
        new WireShape(strictness).value(FieldPath.ROOT, tree, Argument.of(type));
    }

    private void value(FieldPath path, JsonNode node, Argument<?> type) {
        Class<?> raw = type.getType();
        if (node.isNull() || JsonNode.class.isAssignableFrom(raw)) {
            return;
        }
        if (raw == String.class) {
            require(node.isString() || strictness == Strictness.NUMBERS_AS_TEXT && node.isNumber(), path, "a string");
        } else if (TRUTH.contains(raw)) {
            require(node.isBoolean(), path, "true or false");
        } else if (LONG.contains(raw)) {
            require(whole(node, Long.MIN_VALUE, Long.MAX_VALUE), path, "a whole number");
        } else if (INT.contains(raw)) {
            require(whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE), path, "a whole number");
        } else if (FRACTIONAL.contains(raw)) {
            require(number(node).isPresent(), path, "a number");
        } else if (Collection.class.isAssignableFrom(raw)) {
            require(node.isArray(), path, "an array");
            elements(path, node, type);
        } else if (Map.class.isAssignableFrom(raw)) {
            require(node.isObject(), path, "an object");
            Argument<?> held = type.getTypeVariable("V").orElse(Argument.OBJECT_ARGUMENT);
            node.entries().forEach(entry -> value(path.member(entry.getKey()), entry.getValue(), held));
        } else {
            BeanIntrospector.SHARED.findIntrospection(raw).ifPresent(record -> {
                require(node.isObject(), path, "an object");
                members(path, node, record);
            });
        }
    }

    private void elements(FieldPath path, JsonNode node, Argument<?> type) {
        Argument<?> held = type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT);
        int index = 0;
        for (JsonNode element : node.values()) {
            value(path.element(index++), element, held);
        }
    }

    private void members(FieldPath path, JsonNode node, BeanIntrospection<?> record) {
        for (BeanProperty<?, ?> property : record.getBeanProperties()) {
            member(path, node, name(record, property), property);
            for (String alias : property.stringValues(SerdeConfig.class, SerdeConfig.ALIASES)) {
                member(path, node, alias, property);
            }
        }
    }

    private void member(FieldPath path, JsonNode node, String name, BeanProperty<?, ?> property) {
        JsonNode member = node.get(name);
        if (member != null) {
            value(path.member(name), member, property.asArgument());
        }
    }

    private static String name(BeanIntrospection<?> record, BeanProperty<?, ?> property) {
        return property.stringValue(SerdeConfig.class, SerdeConfig.PROPERTY)
                .orElseGet(() -> record.classValue(SerdeConfig.class, SerdeConfig.NAMING)
                        .filter(naming -> naming.getSimpleName().startsWith("SnakeCase"))
                        .map(naming -> NameUtils.underscoreSeparate(property.getName()).toLowerCase(Locale.ROOT))
                        .orElse(property.getName()));
    }

    private boolean whole(JsonNode node, long least, long most) {
        return number(node).filter(number -> isWhole(number, least, most)).isPresent();
    }

    private Optional<BigDecimal> number(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(JsonTrees.number(node));
        }
        if (strictness == Strictness.NUMBERS_AS_TEXT && node.isString()) {
            try {
                return Optional.of(new BigDecimal(node.getStringValue().strip()));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Compares before it looks at the digits: a hostile exponent is never written out. */
    private static boolean isWhole(BigDecimal number, long least, long most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }

    private static void require(boolean fits, FieldPath path, String wanted) {
        if (!fits) {
            throw RefusedException.field(path, "must be " + wanted);
        }
    }
}
