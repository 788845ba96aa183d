package io.stele.core.address;

/** One end of a message, in the canonical form of its kind. Two addresses are the same exactly when they are equal. */
public sealed interface Address permits PhoneNumber, EmailAddress, ChatId, BusinessScopedUserId {

    /** The canonical text: unique within the kind. */
    String value();
}
