package io.stele.contracts.chirp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A WhatsApp number of the organization (contract §4.6).
 *
 * @param id {@code wapn_…}
 * @param qualityRating such as {@code GREEN}
 * @param cloudApiRegistered whether the two-step registration is done
 * @param businessProfile {@code null} when none is linked
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PhoneNumberResource(
        String id,
        String displayPhoneNumber,
        String metaPhoneNumberId,
        String metaBusinessAccountId,
        boolean verified,
        @Nullable String qualityRating,
        boolean isTestNumber,
        boolean cloudApiRegistered,
        @Nullable BusinessProfile businessProfile,
        List<AssignedApp> apps,
        String createdAt,
        String updatedAt) {

    /**
     * The business account that the number belongs to.
     *
     * @param id {@code wabp_…}
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record BusinessProfile(String id, String metaWabaId, @Nullable String businessName) {}

    /** An app that may send from the number. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record AssignedApp(String appId, String appName, String appSlug) {}
}
