package io.stele.server.api.kapso;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;

/** How lists are narrowed to people (contract §3.1, §3.2, §3.4). */
final class People {

    /** The parameter that takes a part of a phone number. */
    static final String PHONE_NUMBER = "phone_number";

    /** The parameter that takes a business-scoped user id, entire. */
    static final String USER_ID = "business_scoped_user_id";

    /** No person has it: it is not of the form. */
    private static final BusinessScopedUserId NOBODY = new BusinessScopedUserId("");

    private People() {}

    /** A part of a phone number as it is kept: without what people put between the digits. */
    static String part(String text) {
        return text.replaceAll("[+ ().-]", "");
    }

    /** The person with this user id; nobody when the text is none. */
    static Address withUserId(String text) {
        return BusinessScopedUserId.parse(text).orElse(NOBODY);
    }
}
