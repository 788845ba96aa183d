package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.stele.adapters.Required;
import io.stele.adapters.WholeText;
import io.stele.adapters.WireException;
import io.stele.contracts.kapso.PhoneNumberRequest;
import io.stele.contracts.kapso.PlatformPhoneNumberRequest;
import io.stele.core.channel.Endpoint;
import io.stele.core.connection.WhatsApp;
import io.stele.server.http.Strictness;
import io.stele.server.http.WireReader;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is asked for of a number. What this server cannot do is refused, rather than taken and forgotten. */
@Singleton
final class NumberRequests {

    private static final String WRAPPER = "whatsapp_phone_number";
    private static final Pattern ID = Pattern.compile("[0-9]{1,32}");
    private static final Pattern SECRET = Pattern.compile("[!-~]{1,1024}");
    private static final int LONGEST_NAME = 255;

    private final WireReader wire;

    NumberRequests(WireReader wire) {
        this.wire = wire;
    }

    /**
     * A number that is to be connected.
     *
     * @param settings what is told of it to its connector, in clear
     */
    record Wanted(String name, String phoneNumberId, String businessAccountId, Map<String, String> settings) {

        /** Never the settings: they are secret. */
        @Override
        public String toString() {
            return "Wanted[" + phoneNumberId + "]";
        }
    }

    /** A change of a number; its name is null when that stays. */
    record Change(@Nullable String name, Map<String, String> settings) {

        /** Never the settings: they are secret. */
        @Override
        public String toString() {
            return "Change[" + settings.keySet() + "]";
        }
    }

    /** @throws WireException when a member is missing or wrong, or asks for what is not offered */
    Wanted wanted(HttpRequest<?> request, byte @Nullable [] body) {
        PhoneNumberRequest number = read(request, body);
        String name = required("name", name(number));
        String id = required("phone_number_id", id("phone_number_id", number.phoneNumberId()));
        String account = required("business_account_id", id("business_account_id", number.businessAccountId()));
        required("access_token", secret("access_token", number.accessToken()));
        requireOffered(number);
        return new Wanted(name, id, account, settings(number));
    }

    /** @throws WireException when a member is wrong, or asks for what is not offered */
    Change change(HttpRequest<?> request, byte @Nullable [] body, Endpoint.WhatsAppNumber there) {
        PhoneNumberRequest number = read(request, body);
        requireSame("phone_number_id", number.phoneNumberId(), there.phoneNumberId());
        requireSame("business_account_id", number.businessAccountId(), there.businessAccountId());
        requireOffered(number);
        return new Change(name(number).orElse(null), settings(number));
    }

    private PhoneNumberRequest read(HttpRequest<?> request, byte @Nullable [] body) {
        PlatformPhoneNumberRequest wrapped =
                wire.read(request, body, PlatformPhoneNumberRequest.class, Strictness.NUMBERS_AS_TEXT);
        return Required.present(wrapped.whatsappPhoneNumber(), WRAPPER);
    }

    private static Map<String, String> settings(PhoneNumberRequest number) {
        Map<String, String> settings = new HashMap<>();
        secret("access_token", number.accessToken()).ifPresent(token -> settings.put(WhatsApp.ACCESS_TOKEN, token));
        secret("app_secret", number.appSecret()).ifPresent(secret -> settings.put(WhatsApp.APP_SECRET, secret));
        secret("webhook_verify_token", number.webhookVerifyToken())
                .ifPresent(token -> settings.put(WhatsApp.VERIFY_TOKEN, token));
        return Map.copyOf(settings);
    }

    private static void requireOffered(PhoneNumberRequest number) {
        String kind = number.kind();
        if (kind != null && !kind.equals("production")) {
            throw wrong(
                    "kind",
                    kind.equals("sandbox")
                            ? "must be production: every project has its sandbox number already"
                            : "must be production");
        }
        if (number.webhookDestinationUrl() != null) {
            throw wrong("webhook_destination_url", "is not offered: create a webhook of the kind meta instead");
        }
        if (Boolean.FALSE.equals(number.inboundProcessingEnabled())) {
            throw wrong("inbound_processing_enabled", "must be true: what people write is always taken in");
        }
        if (Boolean.TRUE.equals(number.callsEnabled())) {
            throw wrong("calls_enabled", "must be false: calls are not offered");
        }
    }

    private static void requireSame(String member, @Nullable String wanted, String there) {
        if (wanted != null && !wanted.equals(there)) {
            throw wrong(member, "cannot be changed");
        }
    }

    private static Optional<String> name(PhoneNumberRequest number) {
        String name = number.name();
        if (name != null && (name.isBlank() || name.codePointCount(0, name.length()) > LONGEST_NAME)) {
            throw wrong("name", "must have 1 to " + LONGEST_NAME + " characters");
        }
        return Optional.ofNullable(WholeText.require(name, WRAPPER + ".name"));
    }

    private static Optional<String> id(String member, @Nullable String id) {
        return matching(member, id, ID, "must have 1 to 32 digits");
    }

    private static Optional<String> secret(String member, @Nullable String secret) {
        return matching(member, secret, SECRET, "must have 1 to 1024 printable characters without spaces");
    }

    private static Optional<String> matching(String member, @Nullable String text, Pattern form, String reason) {
        if (text != null && !form.matcher(text).matches()) {
            throw wrong(member, reason);
        }
        return Optional.ofNullable(text);
    }

    private static String required(String member, Optional<String> value) {
        return value.orElseThrow(() -> wrong(member, "is required"));
    }

    private static WireException wrong(String member, String reason) {
        return new WireException(WRAPPER + "." + member, reason);
    }
}
