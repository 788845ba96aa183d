package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interactive message: the {@code interactive} of a send (contract §3.1) and the {@code interactiveData} of a
 * message (§5.5), flat as Chirp writes it.
 *
 * <p>Chirp documents three kinds to send: {@code buttons}, {@code list} and {@code cta_url}; and two replies:
 * {@code button_reply} and {@code list_reply}. The other kinds come in through the other APIs and through WhatsApp;
 * they are shown, and taken, under Meta's names for them, with members in Chirp's casing.
 *
 * @param type {@code buttons}, {@code list}, {@code cta_url}, {@code carousel}, {@code location_request_message},
 *     {@code request_contact_info}, {@code flow}, {@code product}, {@code product_list}, {@code catalog_message},
 *     {@code address_message}, {@code call_permission_request}; for replies {@code button_reply}, {@code list_reply},
 *     {@code nfm_reply}
 * @param header the header's text, up to 60 characters
 * @param headerMedia the header's file, where it is not a text
 * @param body up to 1024 characters, 4096 in a list; of a flow reply what the customer saw
 * @param footer up to 60 characters
 * @param buttons 1 to 3 reply buttons
 * @param buttonText what opens the list, the link or the flow, up to 20 characters; {@code displayText} is accepted too
 * @param sections of a list (rows) or of a product list (products)
 * @param url where {@code cta_url} leads
 * @param cards 2 to 10 cards of a carousel
 * @param catalogId the catalog of the products
 * @param productRetailerId the one product shown
 * @param thumbnailProductRetailerId the product whose picture a catalog message shows
 * @param id of a reply: the id of the button or row that was chosen
 * @param title of a reply: its title
 * @param description of a reply: the row's description
 * @param name of a flow reply: the flow's name
 * @param responseJson of a flow reply: what was filled in, JSON in a string
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Interactive(
        @Nullable String type,
        @Nullable String header,
        @Nullable InteractiveMedia headerMedia,
        @Nullable String body,
        @Nullable String footer,
        @Nullable List<InteractiveButton> buttons,
        @JsonAlias("displayText") @Nullable String buttonText,
        @Nullable List<InteractiveSection> sections,
        @Nullable String url,
        @Nullable List<InteractiveCard> cards,
        @Nullable String catalogId,
        @Nullable String productRetailerId,
        @Nullable String thumbnailProductRetailerId,
        @Nullable InteractiveFlow flow,
        @Nullable InteractiveAddress address,
        @Nullable String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable String name,
        @Nullable String responseJson) {}
