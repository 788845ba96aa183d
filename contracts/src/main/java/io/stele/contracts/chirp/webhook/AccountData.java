package io.stele.contracts.chirp.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of {@code whatsapp.account.*}. The contract does not show it; it is made like that of messages. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountData(Account account, @Nullable AppReference app) {

    /**
     * A business account with the number that it is about, in the members that the API has for a business profile (contract §4.5).
     *
     * @param id {@code wabp_…}
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Account(String id, String metaWabaId, List<PhoneNumber> phoneNumbers, boolean isTestProfile) {}

    /**
     * A number of the account.
     *
     * @param id {@code wapn_[test_]…}
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PhoneNumber(String id, String displayPhoneNumber, String metaPhoneNumberId) {}
}
