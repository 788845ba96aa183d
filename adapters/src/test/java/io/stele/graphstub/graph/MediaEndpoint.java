package io.stele.graphstub.graph;

import io.stele.graphstub.check.Refusal;
import io.stele.graphstub.graph.MediaStore.Media;
import io.stele.graphstub.graph.Passed.Taken;
import io.stele.graphstub.http.Answer;
import io.stele.graphstub.http.Multipart;
import io.stele.graphstub.http.Multipart.Part;
import io.stele.graphstub.json.Json;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Upload, look-up, download and deletion of files. */
final class MediaEndpoint {

    private static final Set<String> FORM_FIELDS = Set.of("messaging_product", "file", "type");

    private final MediaStore media;
    private final Numbers numbers;
    private final Supplier<String> root;

    /** @param root where this server is reached, without a slash at the end */
    MediaEndpoint(MediaStore media, Numbers numbers, Supplier<String> root) {
        this.media = media;
        this.numbers = numbers;
        this.root = root;
    }

    /** {@code POST /{number}/media}. */
    Passed upload(BusinessNumber number, GraphRequest request) {
        Multipart form = Multipart.read(request.head().header("Content-Type"), request.body());
        String product = form.part("messaging_product").map(Part::text).orElse(null);
        if (product == null) {
            throw Refusal.parameter("The parameter messaging_product is required.");
        }
        if (!"whatsapp".equals(product)) {
            throw Refusal.parameter("Param messaging_product must be one of {WHATSAPP}.");
        }
        form.parts().stream().map(Part::name).filter(name -> !FORM_FIELDS.contains(name)).findFirst().ifPresent(name -> {
            throw Refusal.parameter("Unexpected key \"" + name + "\".");
        });
        Part file = form.part("file").orElseThrow(() -> Refusal.parameter("The parameter file is required."));
        String type = type(file.contentType(), form.part("type").map(Part::text).orElse(null));
        MediaLimits.check(type, file.content().length);
        return new Passed("upload", null, Map.of(), () -> {
            Media kept = media.put(number.id(), type, file.content());
            return new Taken("served", Map.of("media", kept.id()), Answer.json(200, Map.of("id", kept.id())), () -> {});
        });
    }

    /** {@code GET /{file}}. */
    Passed show(GraphRequest request, String token) {
        Media file = file(request, token);
        return Passed.asking("media", () -> Answer.json(
                200,
                Json.members(
                        "messaging_product", "whatsapp",
                        "url", root.get() + media.address(file),
                        "mime_type", file.type(),
                        "sha256", HexFormat.of().formatHex(file.sha256()),
                        "file_size", Integer.toString(file.content().length),
                        "id", file.id())));
    }

    /** {@code DELETE /{file}}. */
    Passed delete(GraphRequest request, String token) {
        Media file = file(request, token);
        return Passed.asking("media", () -> {
            media.remove(file.id());
            return Answer.json(200, Map.of("success", true));
        });
    }

    /** {@code GET} of an address that {@link #show} gave. */
    Passed download(GraphRequest request, String token) {
        Media file = media.at(request.head().parameters());
        if (file == null) {
            return Passed.asking("download", () -> Answer.html(404, "<html><body>Not Found</body></html>"));
        }
        numbers.forToken("get", file.number(), token);
        return Passed.asking("download", () -> Answer.of(200, file.type(), file.content()));
    }

    private Media file(GraphRequest request, String token) {
        String id = request.words().getFirst();
        Media file = media.get(id);
        String number = request.head().parameters().get("phone_number_id");
        if (file == null || number != null && !number.equals(file.number())) {
            throw Refusal.object(request.verb(), id);
        }
        BusinessNumber owner = numbers.get(file.number());
        if (owner == null || !owner.token().equals(token)) {
            throw Refusal.object(request.verb(), id);
        }
        return file;
    }

    /** The part's own type counts; the form's field is asked only when there is none. */
    private static String type(@Nullable String ofPart, @Nullable String ofForm) {
        if (ofPart != null) {
            return ofPart;
        }
        return ofForm == null ? "application/octet-stream" : ofForm;
    }
}
