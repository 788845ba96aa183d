package io.stele.adapters.graph;

import io.stele.contracts.kapso.graph.ActionParameters;
import io.stele.contracts.kapso.graph.InteractiveAction;
import io.stele.contracts.kapso.graph.InteractiveAction.Label;
import io.stele.core.message.Interactive;
import io.stele.core.message.Reply;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Writes interactive messages, and replies to them, in Meta's form (contract sections 2.2 and 2.7). */
@Singleton
final class InteractiveWriter {

    private final FileMapper files;
    private final ActionParametersMapper parameters;

    InteractiveWriter(FileMapper files, ActionParametersMapper parameters) {
        this.files = files;
        this.parameters = parameters;
    }

    io.stele.contracts.kapso.graph.Interactive write(Interactive message) {
        return new io.stele.contracts.kapso.graph.Interactive(
                type(message.action()),
                message.header() == null ? null : header(message.header()),
                part(message.body()),
                part(message.footer()),
                action(message.action()),
                null,
                null,
                null);
    }

    io.stele.contracts.kapso.graph.Interactive write(Reply.ButtonReply reply) {
        return reply(
                "button_reply",
                new io.stele.contracts.kapso.graph.Interactive.Choice(reply.id(), reply.title(), null),
                null,
                null);
    }

    io.stele.contracts.kapso.graph.Interactive write(Reply.ListReply reply) {
        return reply(
                "list_reply",
                null,
                new io.stele.contracts.kapso.graph.Interactive.Choice(reply.id(), reply.title(), reply.description()),
                null);
    }

    io.stele.contracts.kapso.graph.Interactive write(Reply.FlowReply reply) {
        return reply(
                "nfm_reply",
                null,
                null,
                new io.stele.contracts.kapso.graph.Interactive.FormReply(
                        reply.name(), reply.responseJson(), reply.body()));
    }

    /** Meta's word for what can be tapped. */
    static String type(Interactive.Action action) {
        return switch (action) {
            case Interactive.ReplyButtons _ -> "button";
            case Interactive.Menu _ -> "list";
            case Interactive.LinkButton _ -> "cta_url";
            case Interactive.Carousel _ -> "carousel";
            case Interactive.LocationRequest _ -> "location_request_message";
            case Interactive.ContactInfoRequest _ -> "request_contact_info";
            case Interactive.AddressRequest _ -> "address_message";
            case Interactive.Flow _ -> "flow";
            case Interactive.Product _ -> "product";
            case Interactive.ProductList _ -> "product_list";
            case Interactive.Catalog _ -> "catalog_message";
            case Interactive.CallPermissionRequest _ -> "call_permission_request";
        };
    }

    private InteractiveAction action(Interactive.Action action) {
        return switch (action) {
            case Interactive.ReplyButtons(var buttons) -> new InteractiveAction(
                    null,
                    null,
                    buttons.stream()
                            .map(each -> new InteractiveAction.Button("reply", label(each), null))
                            .toList(),
                    null,
                    null,
                    null,
                    null,
                    null);
            case Interactive.Menu(String button, var sections) -> new InteractiveAction(
                    null, button, null, sections.stream().map(InteractiveWriter::section).toList(), null, null, null, null);
            case Interactive.LinkButton(String displayText, String url) -> link(displayText, url);
            case Interactive.Carousel(var cards) -> new InteractiveAction(
                    null, null, null, null, cards.stream().map(this::card).toList(), null, null, null);
            case Interactive.LocationRequest _ -> named("send_location", null);
            case Interactive.ContactInfoRequest _ -> named("request_contact_info", null);
            case Interactive.AddressRequest request -> named("address_message", parameters.address(request));
            case Interactive.Flow flow -> named("flow", parameters.flow(flow));
            case Interactive.Product(String catalog, String product) -> new InteractiveAction(
                    null, null, null, null, null, catalog, product, null);
            case Interactive.ProductList(String catalog, var sections) -> new InteractiveAction(
                    null, null, null, sections.stream().map(InteractiveWriter::section).toList(), null, catalog, null, null);
            case Interactive.Catalog(String thumbnail) -> named("catalog_message", parameters.catalog(thumbnail));
            case Interactive.CallPermissionRequest _ -> named("call_permission_request", null);
        };
    }

    private io.stele.contracts.kapso.graph.Interactive.Header header(Interactive.Header header) {
        return switch (header) {
            case Interactive.TextHeader(String text) -> new io.stele.contracts.kapso.graph.Interactive.Header(
                    "text", text, null, null, null);
            case Interactive.MediaHeader media -> header(media);
        };
    }

    private io.stele.contracts.kapso.graph.Interactive.Header header(Interactive.MediaHeader header) {
        io.stele.contracts.kapso.graph.Media file = files.toWire(header.file(), header.filename());
        return switch (header.kind()) {
            case VIDEO -> new io.stele.contracts.kapso.graph.Interactive.Header("video", null, null, file, null);
            case DOCUMENT -> new io.stele.contracts.kapso.graph.Interactive.Header("document", null, null, null, file);
            // No other kind can head a message; an image is what WhatsApp would try.
            case IMAGE, AUDIO, STICKER -> new io.stele.contracts.kapso.graph.Interactive.Header(
                    "image", null, file, null, null);
        };
    }

    private InteractiveAction.CarouselCard card(Interactive.Card card) {
        return new InteractiveAction.CarouselCard(
                card.index(),
                "cta_url",
                header(card.header()),
                part(card.body()),
                switch (card.action()) {
                    case Interactive.CardLink(String displayText, String url) -> link(displayText, url);
                    case Interactive.CardButtons(var buttons) -> new InteractiveAction(
                            null,
                            null,
                            buttons.stream()
                                    .map(each -> new InteractiveAction.Button("quick_reply", null, label(each)))
                                    .toList(),
                            null,
                            null,
                            null,
                            null,
                            null);
                });
    }

    private InteractiveAction link(String displayText, String url) {
        return named("cta_url", parameters.link(displayText, url));
    }

    private static InteractiveAction named(String name, @Nullable ActionParameters parameters) {
        return new InteractiveAction(name, null, null, null, null, null, null, parameters);
    }

    private static InteractiveAction.Section section(Interactive.Section section) {
        return new InteractiveAction.Section(
                section.title(),
                section.rows().stream()
                        .map(row -> new InteractiveAction.Row(row.id(), row.title(), row.description()))
                        .toList(),
                null);
    }

    private static InteractiveAction.Section section(Interactive.ProductSection section) {
        return new InteractiveAction.Section(
                section.title(),
                null,
                section.retailerIds().stream().map(InteractiveAction.ProductItem::new).toList());
    }

    private static Label label(Interactive.Button button) {
        return new Label(button.id(), button.title());
    }

    private static io.stele.contracts.kapso.graph.Interactive.@Nullable TextPart part(@Nullable String text) {
        return text == null ? null : new io.stele.contracts.kapso.graph.Interactive.TextPart(text);
    }

    private static io.stele.contracts.kapso.graph.Interactive reply(
            String type,
            io.stele.contracts.kapso.graph.Interactive.@Nullable Choice button,
            io.stele.contracts.kapso.graph.Interactive.@Nullable Choice list,
            io.stele.contracts.kapso.graph.Interactive.@Nullable FormReply form) {
        return new io.stele.contracts.kapso.graph.Interactive(type, null, null, null, null, button, list, form);
    }
}
