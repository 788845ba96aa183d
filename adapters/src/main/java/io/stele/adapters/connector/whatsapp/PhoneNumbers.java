package io.stele.adapters.connector.whatsapp;

import io.micronaut.json.tree.JsonNode;
import io.stele.adapters.http.OutboundHttp;
import io.stele.adapters.json.JsonTexts;
import io.stele.core.message.Failure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks Graph about business phone numbers ({@code GET /{phone_number_id}} and {@code GET /{account}/phone_numbers}), before one is connected and
 * while it is. Never throws for anything that Graph or the network does. Safe for concurrent use.
 */
public final class PhoneNumbers {

    private static final String FIELDS =
            "fields=id,display_phone_number,verified_name,quality_rating,status,code_verification_status";
    private static final int PAGE = 100;

    /** Far more than an account can have numbers. */
    private static final int MOST_PAGES = 20;

    private static final Failure NO_ID = new Failure("100", "Invalid parameter", "No such id can be");

    private final GraphClient graph;

    /** @param texts reads Graph's answers */
    public PhoneNumbers(OutboundHttp http, JsonTexts texts, InstantSource clock) {
        this.graph = new GraphClient(http, texts, clock);
    }

    /** What Meta says of the number. Ends within the deadline of a connector's call. */
    public Lookup<NumberProfile> number(WhatsAppSettings settings, String phoneNumberId) {
        if (!WhatsAppSettings.isId(phoneNumberId)) {
            return new Lookup.Refused<>(NO_ID);
        }
        return switch (graph.get(settings, phoneNumberId + "?" + FIELDS)) {
            case Verdict.Harmless.Done(JsonNode answer) -> profile(answer)
                    .<Lookup<NumberProfile>>map(Lookup.Found::new)
                    .orElseGet(PhoneNumbers::unreadable);
            case Verdict.Harmless.Refused(Failure failure) -> new Lookup.Refused<>(failure);
            case Verdict.Harmless.NotNow(Duration after) -> new Lookup.Unavailable<>(after);
        };
    }

    /** All numbers of the WhatsApp Business Account, in Meta's order. Each page of them takes a call. */
    public Lookup<List<NumberProfile>> ofAccount(WhatsAppSettings settings, String businessAccountId) {
        if (!WhatsAppSettings.isId(businessAccountId)) {
            return new Lookup.Refused<>(NO_ID);
        }
        List<NumberProfile> all = new ArrayList<>();
        String first = businessAccountId + "/phone_numbers?" + FIELDS + "&limit=" + PAGE;
        String path = first;
        for (int page = 0; page < MOST_PAGES; page++) {
            switch (graph.get(settings, path)) {
                case Verdict.Harmless.Refused(Failure failure) -> {
                    return new Lookup.Refused<>(failure);
                }
                case Verdict.Harmless.NotNow(Duration after) -> {
                    return new Lookup.Unavailable<>(after);
                }
                case Verdict.Harmless.Done(JsonNode answer) -> {
                    Optional<List<NumberProfile>> some = profiles(answer);
                    if (some.isEmpty()) {
                        return unreadable();
                    }
                    all.addAll(some.get());
                    String after = nextPage(answer);
                    if (after == null) {
                        return new Lookup.Found<>(List.copyOf(all));
                    }
                    path = first + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
                }
            }
        }
        return unreadable();
    }

    /** Empty when the answer, or one number of it, is not of Meta's form. */
    private static Optional<List<NumberProfile>> profiles(JsonNode answer) {
        JsonNode data = answer.get("data");
        if (data == null || !data.isArray()) {
            return Optional.empty();
        }
        List<NumberProfile> profiles = new ArrayList<>();
        for (JsonNode each : data.values()) {
            Optional<NumberProfile> profile = profile(each);
            if (profile.isEmpty()) {
                return Optional.empty();
            }
            profiles.add(profile.get());
        }
        return Optional.of(profiles);
    }

    private static Optional<NumberProfile> profile(JsonNode node) {
        String id = Members.text(node, "id");
        String display = Members.text(node, "display_phone_number");
        return id == null || display == null
                ? Optional.empty()
                : Optional.of(new NumberProfile(
                        id,
                        display,
                        Members.text(node, "verified_name"),
                        Members.text(node, "quality_rating"),
                        Members.text(node, "status"),
                        Members.text(node, "code_verification_status")));
    }

    /** The address of the next page has the token in it, so that only the cursor is used; null after the last page. */
    private static @Nullable String nextPage(JsonNode answer) {
        JsonNode paging = answer.get("paging");
        JsonNode cursors = paging == null || !paging.isObject() ? null : paging.get("cursors");
        return cursors == null || Members.text(paging, "next") == null ? null : Members.text(cursors, "after");
    }

    private static <T> Lookup<T> unreadable() {
        return new Lookup.Unavailable<>(Verdict.PAUSE);
    }
}
