package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.contracts.kapso.DataResponse;
import io.stele.contracts.kapso.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.connection.Connections;
import io.stele.core.connection.WhatsApp;
import io.stele.core.project.ApiKey;
import io.stele.core.project.Principal;
import io.stele.server.start.Settings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connects numbers of customers (contract §3.5). */
@Controller(Paths.PLATFORM_ROOT + "/customers/{customerId}/whatsapp/phone_numbers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CustomerPhoneNumbers {

    private final Customers customers;
    private final NumberRequests requests;
    private final Connections connections;
    private final ShownNumbers shown;
    private final Settings settings;

    CustomerPhoneNumbers(
            Customers customers,
            NumberRequests requests,
            Connections connections,
            ShownNumbers shown,
            Settings settings) {
        this.customers = customers;
        this.requests = requests;
        this.connections = connections;
        this.shown = shown;
        this.settings = settings;
    }

    /** A verify token that nobody gave is made up, and told this once. */
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<DataResponse<PhoneNumber>> connect(
            HttpRequest<?> request,
            Principal principal,
            @PathVariable String customerId,
            @Body byte @Nullable [] body) {
        NumberRequests.Wanted wanted = requests.wanted(request, body);
        Map<String, String> all = new HashMap<>(wanted.settings());
        settings.graphUrl().ifPresent(url -> all.put(WhatsApp.URL, url.toString()));
        String made = all.containsKey(WhatsApp.VERIFY_TOKEN) ? null : ApiKey.generate("").value();
        if (made != null) {
            all.put(WhatsApp.VERIFY_TOKEN, made);
        }
        Endpoint endpoint = connections.connect(new Connections.Request(
                principal.scope(),
                wanted.phoneNumberId(),
                wanted.businessAccountId(),
                wanted.name(),
                customers.customer(principal, customerId).id(),
                all));
        return HttpResponse.created(shown.connected(request, endpoint, made));
    }
}
