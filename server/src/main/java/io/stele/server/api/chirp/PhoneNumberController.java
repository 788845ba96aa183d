package io.stele.server.api.chirp;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.stele.adapters.chirp.ChirpIds;
import io.stele.adapters.chirp.PhoneNumberResources;
import io.stele.contracts.chirp.PhoneNumberList;
import io.stele.contracts.chirp.PhoneNumberResource;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.project.App;
import io.stele.core.project.AppId;
import io.stele.core.project.Mode;
import io.stele.core.project.Principal;
import io.stele.core.project.Project;
import io.stele.core.project.Scope;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** WhatsApp numbers, of the organization or of an app (contract §4.6, §3.7). */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class PhoneNumberController {

    private final Directory directory;
    private final PhoneNumberResources resources;

    PhoneNumberController(Directory directory, PhoneNumberResources resources) {
        this.directory = directory;
        this.resources = resources;
    }

    @Get(uris = {"/v1/organization/whatsapp/phone-numbers", "/v1/whatsapp/phone-numbers"})
    PhoneNumberList list(HttpRequest<?> request, Principal principal) {
        ListQuery query = ListQuery.of(request);
        return Reach.of(principal, query.app(), Optional.empty())
                .map(reach -> list(reach, query))
                .orElseGet(() -> new PhoneNumberList(List.of(), null, 0));
    }

    @Get(uris = {
        "/v1/organization/whatsapp/phone-numbers/{phoneNumberId}",
        "/v1/whatsapp/phone-numbers/{phoneNumberId}"
    })
    PhoneNumberResource get(Principal principal, @PathVariable String phoneNumberId) {
        AppId own = principal.app();
        return ChirpIds.readPhoneNumber(phoneNumberId)
                .filter(read -> own == null || principal.mode() == read.mode())
                .flatMap(read -> directory.endpoint(new Scope(principal.project(), read.mode()), read.id()))
                .filter(PhoneNumberController::isNumber)
                .filter(endpoint -> own == null || own.equals(endpoint.app()))
                .map(this::resource)
                .orElseThrow(() -> new RejectedException(
                        new Rejection.NotFound(Rejection.Resource.ENDPOINT, phoneNumberId)));
    }

    private PhoneNumberList list(Reach reach, ListQuery query) {
        Mode mode = reach.scope().mode();
        Optional<EndpointId> cursor = query.cursor(ChirpIds::readPhoneNumber, mode);
        List<Endpoint> all = numbers(reach);
        List<Endpoint> rest = all.stream()
                .filter(number -> cursor.isEmpty()
                        || number.id().value().compareTo(cursor.get().value()) < 0)
                .skip(cursor.isEmpty() ? query.offset() : 0)
                .toList();
        List<Endpoint> page = rest.stream().limit(query.limit()).toList();
        String next = rest.size() > page.size()
                ? ChirpIds.phoneNumber(page.getLast().id(), mode)
                : null;
        return new PhoneNumberList(page.stream().map(this::resource).toList(), next, all.size());
    }

    private List<Endpoint> numbers(Reach reach) {
        return directory.endpoints(reach.scope()).stream()
                .filter(PhoneNumberController::isNumber)
                .filter(endpoint -> reach.app() == null || reach.app().equals(endpoint.app()))
                .sorted(Comparator.comparing((Endpoint endpoint) -> endpoint.id().value())
                        .reversed())
                .toList();
    }

    private static boolean isNumber(Endpoint endpoint) {
        return endpoint.channel() == Channel.WHATSAPP && endpoint.isConnected();
    }

    private PhoneNumberResource resource(Endpoint endpoint) {
        Scope scope = endpoint.scope();
        Project project = directory
                .project(scope.project())
                .orElseThrow(() -> new IllegalStateException("an endpoint belongs to a project"));
        List<App> apps = Optional.ofNullable(endpoint.app())
                .flatMap(app -> directory.app(scope, app))
                .stream()
                .toList();
        return resources.of(endpoint, project, apps);
    }
}
