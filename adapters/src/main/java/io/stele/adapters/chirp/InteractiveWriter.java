package io.stele.adapters.chirp;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.json.JsonTrees;
import io.stele.contracts.chirp.Interactive;
import io.stele.contracts.chirp.InteractiveAddress;
import io.stele.contracts.chirp.InteractiveFlow;
import io.stele.contracts.chirp.InteractiveSection;
import io.stele.core.message.Context;
import io.stele.core.message.Interactive.AddressRequest;
import io.stele.core.message.Interactive.CallPermissionRequest;
import io.stele.core.message.Interactive.CardAction;
import io.stele.core.message.Interactive.CardButtons;
import io.stele.core.message.Interactive.CardLink;
import io.stele.core.message.Interactive.Carousel;
import io.stele.core.message.Interactive.Catalog;
import io.stele.core.message.Interactive.ContactInfoRequest;
import io.stele.core.message.Interactive.Flow;
import io.stele.core.message.Interactive.FlowPayload;
import io.stele.core.message.Interactive.LinkButton;
import io.stele.core.message.Interactive.LocationRequest;
import io.stele.core.message.Interactive.MediaHeader;
import io.stele.core.message.Interactive.Menu;
import io.stele.core.message.Interactive.Product;
import io.stele.core.message.Interactive.ProductList;
import io.stele.core.message.Interactive.ReplyButtons;
import io.stele.core.message.Reply;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes interactive messages and replies to them, flat. */
@Singleton
final class InteractiveWriter {

    private final InteractiveMapper mapper;

    InteractiveWriter(InteractiveMapper mapper) {
        this.mapper = mapper;
    }

    Interactive write(io.stele.core.message.Interactive interactive) {
        MediaHeader file = interactive.header() instanceof MediaHeader header ? header : null;
        InteractiveMapper.Words words = new InteractiveMapper.Words(
                interactive.headerText().orElse(null),
                file == null ? null : mapper.media(file, MediaKinds.type(file.kind())),
                interactive.body(),
                interactive.footer());
        return switch (interactive.action()) {
            case ReplyButtons(var buttons) -> mapper.buttons(InteractiveTypes.BUTTONS, words, buttons);
            case Menu(String button, var sections) -> mapper.sections(
                    InteractiveTypes.LIST,
                    words,
                    button,
                    null,
                    sections.stream().map(mapper::section).toList());
            case LinkButton(String text, String url) -> mapper.link(InteractiveTypes.LINK, words, text, url);
            case Carousel(var cards) -> mapper.cards(
                    InteractiveTypes.CAROUSEL,
                    words,
                    cards.stream().map(this::card).toList());
            case LocationRequest() -> mapper.plain(InteractiveTypes.LOCATION_REQUEST, words);
            case ContactInfoRequest() -> mapper.plain(InteractiveTypes.CONTACT_REQUEST, words);
            case Flow flow -> mapper.flow(InteractiveTypes.FLOW, words, flow.callToAction(), flow(flow));
            case Product(String catalog, String product) -> mapper.product(
                    InteractiveTypes.PRODUCT, words, catalog, product);
            case ProductList(String catalog, var sections) -> mapper.sections(
                    InteractiveTypes.PRODUCT_LIST,
                    words,
                    null,
                    catalog,
                    sections.stream()
                            .map(section -> new InteractiveSection(section.title(), null, products(section.retailerIds())))
                            .toList());
            case Catalog(String thumbnail) -> mapper.catalog(InteractiveTypes.CATALOG, words, thumbnail);
            case AddressRequest address -> mapper.address(
                    InteractiveTypes.ADDRESS,
                    words,
                    new InteractiveAddress(
                            address.country(),
                            address.parameters().members().isEmpty() ? null : JsonTrees.toWire(address.parameters())));
            case CallPermissionRequest() -> mapper.plain(InteractiveTypes.CALL_PERMISSION, words);
        };
    }

    /** A product that a message is about. */
    Interactive write(Context.ReferredProduct product) {
        return mapper.product(
                InteractiveTypes.PRODUCT,
                new InteractiveMapper.Words(null, null, null, null),
                product.catalogId(),
                product.retailerId());
    }

    Interactive write(Reply.ButtonReply reply) {
        return mapper.reply(InteractiveTypes.BUTTON_REPLY, reply);
    }

    Interactive write(Reply.ListReply reply) {
        return mapper.reply(InteractiveTypes.LIST_REPLY, reply);
    }

    Interactive write(Reply.FlowReply reply) {
        return mapper.reply(InteractiveTypes.FLOW_REPLY, reply);
    }

    private io.stele.contracts.chirp.InteractiveCard card(io.stele.core.message.Interactive.Card card) {
        CardAction action = card.action();
        return mapper.card(
                card,
                mapper.media(card.header(), MediaKinds.type(card.header().kind())),
                action instanceof CardLink link ? link : null,
                action instanceof CardButtons buttons ? buttons : null);
    }

    private InteractiveFlow flow(Flow flow) {
        FlowPayload payload = flow.payload();
        JsonNode data = payload == null || payload.data() == null ? null : JsonTrees.toWire(payload.data());
        return mapper.flow(flow, payload == null ? null : new InteractiveFlow.Start(payload.screen(), data));
    }

    private static List<InteractiveSection.Product> products(List<String> retailerIds) {
        return retailerIds.stream().map(InteractiveSection.Product::new).toList();
    }
}
