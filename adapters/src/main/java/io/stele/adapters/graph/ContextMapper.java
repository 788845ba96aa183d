package io.stele.adapters.graph;

import io.stele.contracts.kapso.graph.MessageContext;
import io.stele.core.address.PhoneNumber;
import io.stele.core.message.Context;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** What a message refers to. */
@Mapper
abstract class ContextMapper {

    Context toDomain(@Nullable MessageContext context, MessageNames names) {
        if (context == null) {
            return Context.NONE;
        }
        String id = told(context.id());
        String from = told(context.from());
        return new Context(
                id == null
                        ? null
                        : new Context.Quote(names.read(id), from == null ? null : canonical(from), null, null),
                Boolean.TRUE.equals(context.forwarded()),
                Boolean.TRUE.equals(context.frequentlyForwarded()),
                context.referredProduct() == null ? null : toDomain(context.referredProduct()));
    }

    /** Null for a message that stands alone. */
    @Nullable MessageContext toWire(Context context, MessageNames names) {
        if (context.equals(Context.NONE)) {
            return null;
        }
        Context.Quote quote = context.quote();
        return new MessageContext(
                quote == null ? null : names.write(quote.message()),
                quote == null || quote.from() == null ? null : digits(quote.from()),
                context.product() == null ? null : toWire(context.product()),
                context.forwarded() ? true : null,
                context.frequentlyForwarded() ? true : null);
    }

    @Mapping(target = "retailerId", source = "productRetailerId")
    abstract Context.ReferredProduct toDomain(MessageContext.ReferredProduct product);

    @Mapping(target = "productRetailerId", source = "retailerId")
    abstract MessageContext.ReferredProduct toWire(Context.ReferredProduct product);

    /** What Meta does not tell it may write as an empty text. */
    private static @Nullable String told(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static String canonical(String from) {
        return PhoneNumber.parse(from).map(PhoneNumber::value).orElse(from);
    }

    private static String digits(String address) {
        return address.startsWith("+") ? address.substring(1) : address;
    }
}
