package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.stele.adapters.Required;
import io.stele.adapters.kapso.ResourceMapper;
import io.stele.contracts.kapso.ContactUpdate;
import io.stele.contracts.kapso.CursorPage;
import io.stele.contracts.kapso.DataResponse;
import io.stele.contracts.kapso.PlatformContactUpdate;
import io.stele.core.contact.Contact;
import io.stele.core.contact.ContactBook;
import io.stele.core.contact.ContactFilter;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.Principal;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The project's contacts on the platform, paged by cursor or by number (contract §3.4). */
@Controller(Paths.PLATFORM + "/contacts")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlatformContacts {

    private static final String WRAPPER = "contact";

    private final WireReader wire;
    private final Contacts contacts;
    private final ContactBook book;
    private final ResourceMapper resources;
    private final Cursors cursors;
    private final Offsets offsets;

    PlatformContacts(
            WireReader wire,
            Contacts contacts,
            ContactBook book,
            ResourceMapper resources,
            Cursors cursors,
            Offsets offsets) {
        this.wire = wire;
        this.contacts = contacts;
        this.book = book;
        this.resources = resources;
        this.cursors = cursors;
        this.offsets = offsets;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Principal principal) {
        Query query = new Query(request);
        ContactFilter filter = Contacts.ofProject(query);
        return Offsets.isAskedFor(query)
                ? byNumber(request, principal, filter, Offsets.wanted(query))
                : HttpResponse.ok(byCursor(principal, filter, query));
    }

    @Get("/{identifier}")
    DataResponse<io.stele.contracts.kapso.Contact> get(Principal principal, @PathVariable String identifier) {
        return new DataResponse<>(resources.contact(contacts.byIdentifier(principal.scope(), identifier)));
    }

    @Patch("/{identifier}")
    @Consumes(MediaType.ALL)
    DataResponse<io.stele.contracts.kapso.Contact> change(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String identifier,
            @Body byte @Nullable [] body) {
        Contact contact = contacts.byIdentifier(principal.scope(), identifier);
        JsonNode tree = wire.tree(request, body);
        PlatformContactUpdate wanted = wire.bind(tree, PlatformContactUpdate.class, Strictness.NUMBERS_AS_TEXT);
        ContactUpdate update = Required.present(wanted.contact(), WRAPPER);
        JsonNode asTree = Required.present(tree.get(WRAPPER), WRAPPER);
        return new DataResponse<>(
                resources.contact(contacts.change(contact, resources.change(update, asTree, WRAPPER))));
    }

    private CursorPage<io.stele.contracts.kapso.Contact> byCursor(
            Principal principal, ContactFilter filter, Query query) {
        Page<Contact> page = book.contacts(principal.scope(), filter, cursors.contacts(query));
        return new CursorPage<>(shown(page), cursors.ofContacts(page, Contact::id));
    }

    private HttpResponse<?> byNumber(
            HttpRequest<?> request, Principal principal, ContactFilter filter, Offsets.Wanted wanted) {
        if (wanted.isTooDeep()) {
            return offsets.tooDeep(request, wanted);
        }
        Page<Contact> page =
                book.contacts(principal.scope(), filter, PageRequest.skipping(Math.toIntExact(wanted.skipped()), wanted.size()));
        return offsets.page(request, wanted, shown(page), book.count(principal.scope(), filter));
    }

    private List<io.stele.contracts.kapso.Contact> shown(Page<Contact> page) {
        return page.items().stream().map(resources::contact).toList();
    }
}
