package io.stele.server.store.json;

import io.stele.core.message.Json;
import io.stele.core.webhook.WebhookForm;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The stored form of the languages that webhooks speak, and of what goes with them. What is written reads back equal. */
public final class LanguageForm {

    private static final String ZAVU = "zavu";
    private static final String KAPSO = "kapso";
    private static final String META = "meta";
    private static final String CHIRP = "chirp";

    private LanguageForm() {}

    /** The language as text. */
    public static String write(WebhookForm form) {
        return JsonText.write(
                switch (form) {
                    case WebhookForm.Zavu(var signature) -> Members.of(ZAVU).with("signature", signature).build();
                    case WebhookForm.Kapso(var buffering, Duration silence, String payloadVersion) -> Members.of(KAPSO)
                            .with("buffering", buffering(buffering))
                            .with("silence", silence.toString())
                            .with("payloadVersion", payloadVersion)
                            .build();
                    case WebhookForm.Meta() -> Members.of(META).build();
                    case WebhookForm.Chirp() -> Members.of(CHIRP).build();
                });
    }

    /** The language that the text describes. */
    public static WebhookForm read(String text) {
        Fields fields = Fields.of(JsonText.read(text));
        return switch (fields.kind()) {
            case ZAVU -> new WebhookForm.Zavu(fields.constant("signature", WebhookForm.SignatureVersion.class));
            case KAPSO -> new WebhookForm.Kapso(
                    buffering(Fields.of(fields.json("buffering"))),
                    Duration.parse(fields.text("silence")),
                    fields.text("payloadVersion"));
            case META -> new WebhookForm.Meta();
            case CHIRP -> new WebhookForm.Chirp();
            default -> throw Fields.unknown(fields.kind());
        };
    }

    /** The names as text, in their order. */
    public static String writeNames(Set<String> names) {
        return JsonText.write(new Json.Elements(names.stream().<Json>map(Json.Text::new).toList()));
    }

    /** The names that the text lists, in their order. */
    public static Set<String> readNames(String text) {
        if (JsonText.read(text) instanceof Json.Elements(List<Json> elements)) {
            Set<String> names = new LinkedHashSet<>();
            elements.forEach(element -> names.add(text(element)));
            return names;
        }
        throw new IllegalStateException("a stored list of names is no array");
    }

    /** The headers as text, in their order. */
    public static String writeHeaders(Map<String, String> headers) {
        Members members = new Members();
        headers.forEach(members::with);
        return JsonText.write(members.build());
    }

    /** The headers that the text describes, in their order. */
    public static Map<String, String> readHeaders(String text) {
        if (JsonText.read(text) instanceof Json.Members(Map<String, Json> members)) {
            Map<String, String> headers = new LinkedHashMap<>();
            members.forEach((name, value) -> headers.put(name, text(value)));
            return headers;
        }
        throw new IllegalStateException("stored headers are no object");
    }

    private static Json buffering(WebhookForm.Buffering buffering) {
        return new Members()
                .with("enabled", buffering.enabled())
                .with("window", buffering.window().toString())
                .with("mostMessages", buffering.mostMessages())
                .with("events", buffering.events().stream().sorted().toList(), Json.Text::new)
                .build();
    }

    private static WebhookForm.Buffering buffering(Fields fields) {
        return new WebhookForm.Buffering(
                fields.truth("enabled"),
                Duration.parse(fields.text("window")),
                fields.index("mostMessages"),
                Set.copyOf(fields.list("events", LanguageForm::text)));
    }

    private static String text(Json value) {
        if (value instanceof Json.Text(String text)) {
            return text;
        }
        throw new IllegalStateException("a stored value is no text");
    }
}
