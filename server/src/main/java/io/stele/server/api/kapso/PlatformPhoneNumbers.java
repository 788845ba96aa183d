package io.stele.server.api.kapso;

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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.contracts.kapso.DataResponse;
import io.stele.contracts.kapso.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.connection.Connections;
import io.stele.core.project.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The project's WhatsApp numbers on the platform, oldest first, paged by number (contract §3.5). */
@Controller(Paths.PLATFORM + "/phone_numbers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlatformPhoneNumbers {

    private final Numbers numbers;
    private final NumberRequests requests;
    private final Connections connections;
    private final ShownNumbers shown;
    private final Offsets offsets;

    PlatformPhoneNumbers(
            Numbers numbers,
            NumberRequests requests,
            Connections connections,
            ShownNumbers shown,
            Offsets offsets) {
        this.numbers = numbers;
        this.requests = requests;
        this.connections = connections;
        this.shown = shown;
        this.offsets = offsets;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Principal principal) {
        Query query = new Query(request);
        Offsets.Wanted wanted = Offsets.unbounded(query);
        List<PhoneNumber> found = numbers.all(principal).stream()
                .filter(wanted(query))
                .map(number -> shown.of(request, number))
                .toList();
        List<PhoneNumber> page =
                found.stream().skip(wanted.skipped()).limit(wanted.size()).toList();
        return offsets.page(request, wanted, page, found.size());
    }

    @Get("/{phoneNumberId}")
    DataResponse<PhoneNumber> get(HttpRequest<?> request, Principal principal, @PathVariable String phoneNumberId) {
        return new DataResponse<>(shown.of(request, numbers.connected(principal, phoneNumberId)));
    }

    @Patch("/{phoneNumberId}")
    @Consumes(MediaType.ALL)
    DataResponse<PhoneNumber> change(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String phoneNumberId,
            @Body byte @Nullable [] body) {
        Endpoint number = numbers.connected(principal, phoneNumberId);
        NumberRequests.Change change =
                requests.change(request, body, number.whatsAppNumber().orElseThrow());
        return new DataResponse<>(
                shown.of(request, connections.change(number, change.name(), change.settings())));
    }

    /** What went through the number can still be read on the proxy. */
    @Delete("/{phoneNumberId}")
    HttpResponse<?> disconnect(Principal principal, @PathVariable String phoneNumberId) {
        connections.disconnect(numbers.connected(principal, phoneNumberId));
        return HttpResponse.noContent();
    }

    /** Every number can send. */
    private static Predicate<Endpoint> wanted(Query query) {
        Optional<String> id = query.text("phone_number_id");
        Optional<String> account = query.text("business_account_id");
        Optional<String> name = query.text("name_contains").map(text -> text.toLowerCase(Locale.ROOT));
        Optional<Instant> after = query.moment("created_after");
        Optional<Instant> before = query.moment("created_before");
        Optional<String> customer = query.text("customer_id");
        boolean canSend = query.truth("messaging_enabled").orElse(true);
        return number -> canSend
                && (customer.isEmpty() || customer.flatMap(Query::uuidOf).equals(Optional.ofNullable(number.customer())))
                && number.whatsAppNumber()
                        .filter(names -> id.isEmpty() || names.phoneNumberId().equals(id.get()))
                        .filter(names -> account.isEmpty() || names.businessAccountId().equals(account.get()))
                        .isPresent()
                && (name.isEmpty() || number.name().toLowerCase(Locale.ROOT).contains(name.get()))
                && (after.isEmpty() || !number.createdAt().isBefore(after.get()))
                && (before.isEmpty() || !number.createdAt().isAfter(before.get()));
    }
}
