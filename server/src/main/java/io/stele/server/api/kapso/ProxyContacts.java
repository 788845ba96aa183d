package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.kapso.ResourceMapper;
import io.stele.contracts.kapso.Contact;
import io.stele.contracts.kapso.ContactUpdate;
import io.stele.contracts.kapso.CursorPage;
import io.stele.contracts.kapso.graph.SuccessResponse;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.ContactBook;
import io.stele.core.page.Page;
import io.stele.core.project.Principal;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import org.jspecify.annotations.Nullable;

/** A number's contacts (contract §2.9). */
@Controller(Paths.PROXY + "/{phoneNumberId}/contacts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProxyContacts {

    private final WireReader wire;
    private final Numbers numbers;
    private final Contacts contacts;
    private final ContactBook book;
    private final ResourceMapper resources;
    private final Cursors cursors;

    ProxyContacts(
            WireReader wire,
            Numbers numbers,
            Contacts contacts,
            ContactBook book,
            ResourceMapper resources,
            Cursors cursors) {
        this.wire = wire;
        this.numbers = numbers;
        this.contacts = contacts;
        this.book = book;
        this.resources = resources;
        this.cursors = cursors;
    }

    @Get
    CursorPage<Contact> list(HttpRequest<?> request, Principal principal, @PathVariable String phoneNumberId) {
        Endpoint number = numbers.number(principal, phoneNumberId);
        Query query = new Query(request);
        Page<io.stele.core.contact.Contact> page =
                book.contacts(principal.scope(), Contacts.ofNumber(query, number.id()), cursors.contacts(query));
        return new CursorPage<>(
                page.items().stream().map(resources::contact).toList(),
                cursors.ofContacts(page, io.stele.core.contact.Contact::id));
    }

    @Get("/{waId}")
    Contact get(Principal principal, @PathVariable String phoneNumberId, @PathVariable String waId) {
        return resources.contact(contact(principal, phoneNumberId, waId));
    }

    @Patch("/{waId}")
    @Consumes(MediaType.ALL)
    SuccessResponse change(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String phoneNumberId,
            @PathVariable String waId,
            @Body byte @Nullable [] body) {
        io.stele.core.contact.Contact contact = contact(principal, phoneNumberId, waId);
        JsonNode tree = wire.tree(request, body);
        ContactUpdate update = wire.bind(tree, ContactUpdate.class, Strictness.NUMBERS_AS_TEXT);
        contacts.change(contact, resources.change(update, tree, ""));
        return new SuccessResponse(true);
    }

    private io.stele.core.contact.Contact contact(Principal principal, String phoneNumberId, String waId) {
        return contacts.byAddress(
                principal.scope(), numbers.number(principal, phoneNumberId).id(), waId);
    }
}
