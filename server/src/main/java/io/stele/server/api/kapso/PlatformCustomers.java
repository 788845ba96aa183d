package io.stele.server.api.kapso;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.Required;
import io.stele.adapters.WholeText;
import io.stele.adapters.WireException;
import io.stele.adapters.kapso.ResourceMapper;
import io.stele.contracts.kapso.CustomerRequest;
import io.stele.contracts.kapso.DataResponse;
import io.stele.contracts.kapso.PlatformCustomerRequest;
import io.stele.core.customer.Customer;
import io.stele.core.customer.CustomerBook;
import io.stele.core.customer.CustomerFilter;
import io.stele.core.project.Principal;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The project's customers on the platform, newest first, paged by number (contract §3.6). */
@Controller(Paths.PLATFORM_ROOT + "/customers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlatformCustomers {

    private static final String WRAPPER = "customer";
    private static final String EXTERNAL_ID = "external_customer_id";
    private static final int LONGEST = 255;

    private final WireReader wire;
    private final CustomerBook book;
    private final Customers customers;
    private final ResourceMapper resources;
    private final Offsets offsets;
    private final InstantSource clock;

    PlatformCustomers(
            WireReader wire,
            CustomerBook book,
            Customers customers,
            ResourceMapper resources,
            Offsets offsets,
            InstantSource clock) {
        this.wire = wire;
        this.book = book;
        this.customers = customers;
        this.resources = resources;
        this.offsets = offsets;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Principal principal) {
        Query query = new Query(request);
        Offsets.Wanted wanted = Offsets.unbounded(query);
        CustomerFilter filter = new CustomerFilter(
                query.text("name_contains").orElse(null),
                query.text(EXTERNAL_ID).orElse(null),
                query.moment("created_after").orElse(null),
                query.moment("created_before").orElse(null));
        List<io.stele.contracts.kapso.Customer> page =
                book.customers(principal.project(), filter, wanted.skipped(), wanted.size()).stream()
                        .map(resources::customer)
                        .toList();
        return offsets.page(request, wanted, page, book.count(principal.project(), filter));
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<DataResponse<io.stele.contracts.kapso.Customer>> add(
            HttpRequest<?> request, Principal principal, @Body byte @Nullable [] body) {
        CustomerRequest wanted = read(wire.tree(request, body));
        Customer customer = new Customer(
                UuidCreator.getTimeOrderedEpoch(),
                Required.present(name(wanted), WRAPPER + ".name"),
                externalId(wanted),
                now(),
                now());
        return HttpResponse.created(
                new DataResponse<>(resources.customer(book.add(principal.project(), customer))));
    }

    @Get("/{id}")
    DataResponse<io.stele.contracts.kapso.Customer> get(Principal principal, @PathVariable String id) {
        return new DataResponse<>(resources.customer(customers.customer(principal, id)));
    }

    /** A member that is null takes away the external id, and leaves the name. */
    @Patch("/{id}")
    @Consumes(MediaType.ALL)
    DataResponse<io.stele.contracts.kapso.Customer> change(
            HttpRequest<?> request, Principal principal, @PathVariable String id, @Body byte @Nullable [] body) {
        Customer there = customers.customer(principal, id);
        JsonNode tree = wire.tree(request, body);
        CustomerRequest wanted = read(tree);
        boolean isNamed = Required.present(tree.get(WRAPPER), WRAPPER).get(EXTERNAL_ID) != null;
        String name = name(wanted);
        Customer changed = new Customer(
                there.id(),
                name == null ? there.name() : name,
                isNamed ? externalId(wanted) : there.externalId(),
                there.createdAt(),
                now());
        return new DataResponse<>(resources.customer(
                book.change(principal.project(), changed).orElseThrow(() -> Customers.notFound(id))));
    }

    @Delete("/{id}")
    HttpResponse<?> remove(Principal principal, @PathVariable String id) {
        Customer there = customers.customer(principal, id);
        if (!book.remove(principal.project(), there.id())) {
            throw Customers.notFound(id);
        }
        return HttpResponse.noContent();
    }

    private CustomerRequest read(JsonNode tree) {
        return Required.present(
                wire.bind(tree, PlatformCustomerRequest.class, Strictness.NUMBERS_AS_TEXT).customer(), WRAPPER);
    }

    private static @Nullable String name(CustomerRequest wanted) {
        return checked(WRAPPER + ".name", wanted.name());
    }

    private static @Nullable String externalId(CustomerRequest wanted) {
        return checked(WRAPPER + "." + EXTERNAL_ID, wanted.externalCustomerId());
    }

    private static @Nullable String checked(String path, @Nullable String text) {
        if (text != null && (text.isBlank() || text.codePointCount(0, text.length()) > LONGEST)) {
            throw new WireException(path, "must have 1 to " + LONGEST + " characters");
        }
        return WholeText.require(text, path);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
