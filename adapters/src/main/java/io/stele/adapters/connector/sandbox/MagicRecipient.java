package io.stele.adapters.connector.sandbox;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.ChatId;
import io.stele.core.address.EmailAddress;
import io.stele.core.address.PhoneNumber;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A recipient with whom something always goes the same unusual way. Each has a phone number, whose digits are its chat id too, and a
 * mailbox. All other recipients are reached.
 */
public enum MagicRecipient {
    UNDELIVERABLE("0001", "undeliverable", "Refused at once: on WhatsApp with 131026, elsewhere with RECIPIENT_UNREACHABLE."),
    NOT_ON_WHATSAPP("0002", "not-on-whatsapp", "Refused on WhatsApp with 131026, reached on every other channel: for the fallback to SMS."),
    FAILS_LATER("0003", "fails-later", "Taken and sent; then, instead of delivered, failed (131026 or RECIPIENT_UNREACHABLE)."),
    WINDOW_CLOSED("0004", "window-closed", "Refused on WhatsApp with 131047, as though the provider's 24-hour window were closed; reached elsewhere."),
    THROTTLED("0005", "throttled", "Throttled twice, for 300 ms each time; then reached."),
    UNAVAILABLE("0006", "unavailable", "The provider is unavailable twice; then reached."),
    NEVER_ANSWERS("0007", "never-answers", "No answer and no receipt ever comes; the message is not with the provider."),
    LOST_ANSWER("0008", "lost-answer", "The provider takes the message, its answer is lost, and the receipts tell."),
    DUPLICATE_RECEIPTS("0009", "duplicate-receipts", "Reached; every receipt comes twice."),
    OUT_OF_ORDER_RECEIPTS("0010", "out-of-order-receipts", "Reached; the receipts come last one first."),
    EARLY_RECEIPTS("0011", "early-receipts", "Reached; all receipts come before the answer to the send."),
    NEVER_READS("0012", "never-reads", "Delivered, and never read."),
    NO_RECEIPTS("0013", "no-receipts", "Taken; no receipt ever comes, so that it stays sent.");

    private static final Map<String, MagicRecipient> BY_NUMBER = by(MagicRecipient::number);
    private static final Map<String, MagicRecipient> BY_MAILBOX = by(MagicRecipient::mailbox);

    private final String number;
    private final String mailbox;
    private final String documentation;

    MagicRecipient(String lastDigits, String localPart, String documentation) {
        this.number = "+1500555" + lastDigits;
        this.mailbox = localPart + "@sandbox.test";
        this.documentation = documentation;
    }

    /** The one with this address; empty when the recipient is an ordinary one. */
    public static Optional<MagicRecipient> of(Address address) {
        return switch (address) {
            case PhoneNumber(String number) -> Optional.ofNullable(BY_NUMBER.get(number));
            case ChatId(String digits) -> Optional.ofNullable(BY_NUMBER.get("+" + digits));
            case EmailAddress(String mailbox) -> Optional.ofNullable(BY_MAILBOX.get(mailbox));
            case BusinessScopedUserId _ -> Optional.empty();
        };
    }

    /** The phone number, in E.164. */
    public String number() {
        return number;
    }

    /** The email address. */
    public String mailbox() {
        return mailbox;
    }

    /** What becomes of a message to it, in a sentence for users. */
    public String documentation() {
        return documentation;
    }

    private static Map<String, MagicRecipient> by(Function<MagicRecipient, String> key) {
        return Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
