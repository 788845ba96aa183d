package io.stele.adapters.chirp;

import io.stele.adapters.Timestamps;
import io.stele.contracts.chirp.PhoneNumberResource;
import io.stele.core.address.Address;
import io.stele.core.channel.Endpoint;
import io.stele.core.project.App;
import io.stele.core.project.Mode;
import io.stele.core.project.Project;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Shows WhatsApp endpoints as Chirp's phone numbers (contract §4.6). */
@Mapper
public interface PhoneNumberResources {

    /** The ids in a phone number, as Chirp and Meta write them. */
    record Ids(String phoneNumber, String metaPhoneNumber, String metaBusinessAccount, String businessProfile) {}

    /**
     * The phone number.
     *
     * @param endpoint on WhatsApp
     * @param apps those that it is assigned to
     */
    default PhoneNumberResource of(Endpoint endpoint, Project project, List<App> apps) {
        Endpoint.WhatsAppNumber number = endpoint.whatsAppNumber()
                .orElseThrow(() -> new IllegalArgumentException("only WhatsApp numbers are Chirp's phone numbers"));
        Mode mode = endpoint.scope().mode();
        Ids ids = new Ids(
                ChirpIds.phoneNumber(endpoint.id(), mode),
                number.phoneNumberId(),
                number.businessAccountId(),
                ChirpIds.businessProfile(number.businessAccountId()));
        return resource(
                endpoint,
                ids,
                profile(ids, project),
                apps.stream().map(app -> app(app, ChirpIds.app(app.id(), app.mode()))).toList(),
                mode == Mode.TEST,
                number.quality() == Endpoint.Quality.UNKNOWN ? null : number.quality().name());
    }

    /** A number that is there is one that works. */
    @Mapping(target = "id", source = "ids.phoneNumber")
    @Mapping(target = "displayPhoneNumber", source = "endpoint.address")
    @Mapping(target = "metaPhoneNumberId", source = "ids.metaPhoneNumber")
    @Mapping(target = "metaBusinessAccountId", source = "ids.metaBusinessAccount")
    @Mapping(target = "verified", constant = "true")
    @Mapping(target = "qualityRating", source = "quality")
    @Mapping(target = "isTestNumber", source = "test")
    @Mapping(target = "cloudApiRegistered", constant = "true")
    @Mapping(target = "businessProfile", source = "profile")
    @Mapping(target = "apps", source = "apps")
    @Mapping(target = "createdAt", source = "endpoint.createdAt")
    @Mapping(target = "updatedAt", source = "endpoint.updatedAt")
    PhoneNumberResource resource(
            Endpoint endpoint,
            Ids ids,
            PhoneNumberResource.BusinessProfile profile,
            List<PhoneNumberResource.AssignedApp> apps,
            boolean test,
            @Nullable String quality);

    @Mapping(target = "id", source = "ids.businessProfile")
    @Mapping(target = "metaWabaId", source = "ids.metaBusinessAccount")
    @Mapping(target = "businessName", source = "project.name")
    PhoneNumberResource.BusinessProfile profile(Ids ids, Project project);

    @Mapping(target = "appId", source = "id")
    @Mapping(target = "appName", source = "app.name")
    @Mapping(target = "appSlug", source = "app.slug")
    PhoneNumberResource.AssignedApp app(App app, String id);

    default String text(Address address) {
        return address.value();
    }

    default String time(Instant moment) {
        return Timestamps.milliseconds(moment);
    }
}
