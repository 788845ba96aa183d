package io.stele.adapters.zavu;

import io.stele.adapters.WireException;
import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Zavu's universal {@code to}: a phone number, an email address, a business-scoped user id or a chat id in one string. */
public final class ZavuAddresses {

    private ZavuAddresses() {}

    /**
     * Reads an address by its form. Digits without a plus are a chat id, unless the channel is one of phone numbers.
     *
     * @param channel the channel that the caller named; null when none was
     * @throws WireException when the text has none of the forms
     */
    static Address read(String text, @Nullable Channel channel) {
        return parse(text, channel)
                .orElseThrow(() -> new WireException(
                        ZavuFields.TO,
                        "must be a phone number in E.164, an email address, a WhatsApp business-scoped user id or a numeric chat id"));
    }

    /** Reads an address by its form; empty when the text has none of the forms. */
    public static Optional<Address> parse(String text, @Nullable Channel channel) {
        if (text.contains("@")) {
            return EmailAddress.parse(text).map(Address.class::cast);
        }
        Optional<Address> person = BusinessScopedUserId.parse(text.strip()).map(Address.class::cast);
        if (person.isPresent()) {
            return person;
        }
        Optional<Address> chat = ChatId.parse(text).map(Address.class::cast);
        return chat.isPresent() && !takesPhoneNumbers(channel) ? chat : PhoneNumber.parse(text).map(Address.class::cast);
    }

    private static boolean takesPhoneNumbers(@Nullable Channel channel) {
        return switch (channel) {
            case SMS, SMS_ONEWAY, WHATSAPP, VOICE -> true;
            case TELEGRAM, EMAIL, INSTAGRAM, MESSENGER -> false;
            case null -> false;
        };
    }
}
