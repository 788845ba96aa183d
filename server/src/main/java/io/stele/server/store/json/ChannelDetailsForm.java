package io.stele.server.store.json;

import io.stele.core.message.ChannelDetails;
import io.stele.core.message.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored form of what channels tell of messages: three columns of a message's row. */
public final class ChannelDetailsForm {

    /** A provider that repeats itself in ever new words does not make the row grow for ever. */
    private static final int MOST_REPORTS = 12;

    private static final String KIND = "status";

    private ChannelDetailsForm() {}

    /** The columns {@code origin}, {@code identity} and {@code reports}. */
    public static List<@Nullable Object> write(ChannelDetails details) {
        return Arrays.asList(
                details.origin(), CircumstanceForm.write(details.identity()), details.reports().isEmpty()
                        ? null
                        : JsonText.write(new Json.Elements(List.copyOf(details.reports()))));
    }

    /** What the columns say. */
    public static ChannelDetails read(String origin, @Nullable String identity, @Nullable String reports) {
        return origin.equals(ChannelDetails.Origin.API.name()) && identity == null && reports == null
                ? ChannelDetails.NONE
                : new ChannelDetails(
                        ChannelDetails.Origin.valueOf(origin), CircumstanceForm.readIdentity(identity), reports(reports));
    }

    /**
     * The column {@code reports} with one more report; as it is when the report says nothing, or when there is one of its kind.
     *
     * @param reports null when there are none
     */
    public static @Nullable String with(@Nullable String reports, Json.Members report) {
        if (report.members().isEmpty()) {
            return reports;
        }
        List<Json.Members> known = new ArrayList<>(reports(reports));
        if (known.size() >= MOST_REPORTS || known.stream().anyMatch(each -> kind(each).equals(kind(report)))) {
            return reports;
        }
        known.add(report);
        return JsonText.write(new Json.Elements(List.copyOf(known)));
    }

    private static Json kind(Json.Members report) {
        return report.members().getOrDefault(KIND, report);
    }

    private static List<Json.Members> reports(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        if (!(JsonText.read(text) instanceof Json.Elements(List<Json> elements))) {
            throw new IllegalStateException("a stored list of reports is none");
        }
        return elements.stream().map(Json.Members.class::cast).toList();
    }
}
