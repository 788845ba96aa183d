package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.kapso.ResourceMapper;
import io.stele.contracts.kapso.DataResponse;
import io.stele.contracts.kapso.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.project.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The project's WhatsApp numbers on the platform, oldest first, paged by number (contract §3.5). */
@Controller(Paths.PLATFORM + "/phone_numbers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlatformPhoneNumbers {

    private final Numbers numbers;
    private final ResourceMapper resources;
    private final Offsets offsets;

    PlatformPhoneNumbers(Numbers numbers, ResourceMapper resources, Offsets offsets) {
        this.numbers = numbers;
        this.resources = resources;
        this.offsets = offsets;
    }

    @Get
    HttpResponse<?> list(HttpRequest<?> request, Principal principal) {
        Query query = new Query(request);
        Offsets.Wanted wanted = Offsets.unbounded(query);
        List<PhoneNumber> found = numbers.all(principal).stream()
                .filter(wanted(query))
                .flatMap(this::shown)
                .toList();
        List<PhoneNumber> page =
                found.stream().skip(wanted.skipped()).limit(wanted.size()).toList();
        return offsets.page(request, wanted, page, found.size());
    }

    @Get("/{phoneNumberId}")
    DataResponse<PhoneNumber> get(Principal principal, @PathVariable String phoneNumberId) {
        Endpoint number = numbers.number(principal, phoneNumberId);
        return new DataResponse<>(shown(number).findFirst().orElseThrow());
    }

    private Stream<PhoneNumber> shown(Endpoint number) {
        return number.whatsAppNumber().map(names -> resources.phoneNumber(number, names)).stream();
    }

    /** Every number can send, and none belongs to a customer. */
    private static Predicate<Endpoint> wanted(Query query) {
        Optional<String> id = query.text("phone_number_id");
        Optional<String> account = query.text("business_account_id");
        Optional<String> name = query.text("name_contains").map(text -> text.toLowerCase(Locale.ROOT));
        Optional<Instant> after = query.moment("created_after");
        Optional<Instant> before = query.moment("created_before");
        boolean none = query.text("customer_id").isPresent()
                || !query.truth("messaging_enabled").orElse(true);
        return number -> !none
                && number.whatsAppNumber()
                        .filter(names -> id.isEmpty() || names.phoneNumberId().equals(id.get()))
                        .filter(names -> account.isEmpty() || names.businessAccountId().equals(account.get()))
                        .isPresent()
                && (name.isEmpty() || number.name().toLowerCase(Locale.ROOT).contains(name.get()))
                && (after.isEmpty() || !number.createdAt().isBefore(after.get()))
                && (before.isEmpty() || !number.createdAt().isAfter(before.get()));
    }
}
