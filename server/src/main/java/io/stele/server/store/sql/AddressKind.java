package io.stele.server.store.sql;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;

/** What sort of address a row has: its name stands in a column beside the address's value. */
public enum AddressKind {
    PHONE_NUMBER,
    EMAIL_ADDRESS,
    CHAT_ID,
    BUSINESS_SCOPED_USER_ID;

    /** The kind of this address. */
    public static AddressKind of(Address address) {
        return switch (address) {
            case PhoneNumber _ -> PHONE_NUMBER;
            case EmailAddress _ -> EMAIL_ADDRESS;
            case ChatId _ -> CHAT_ID;
            case BusinessScopedUserId _ -> BUSINESS_SCOPED_USER_ID;
        };
    }

    /** The address of this kind with this canonical value. */
    public Address address(String value) {
        return switch (this) {
            case PHONE_NUMBER -> new PhoneNumber(value);
            case EMAIL_ADDRESS -> new EmailAddress(value);
            case CHAT_ID -> new ChatId(value);
            case BUSINESS_SCOPED_USER_ID -> new BusinessScopedUserId(value);
        };
    }
}
