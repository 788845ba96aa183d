package io.stele.server.api.kapso;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.stele.contracts.kapso.OffsetLimitResponse;
import io.stele.contracts.kapso.OffsetPage;
import io.stele.server.http.PublicUrl;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pages by number, Kapso's older form (contract §1.7), and how deep they go. */
@Singleton
final class Offsets {

    private static final int DEEPEST_PAGE = 50;
    private static final int WIDEST_WINDOW = 5000;
    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    private final PublicUrl address;

    Offsets(PublicUrl address) {
        this.address = address;
    }

    /** A page by its number, counted from 1. */
    record Wanted(int page, int size) {

        int skipped() {
            return (page - 1) * size;
        }

        boolean isTooDeep() {
            return page > DEEPEST_PAGE || (long) page * size > WIDEST_WINDOW;
        }
    }

    /** Whether the caller pages by number. */
    static boolean isAskedFor(Query query) {
        return query.text("page").isPresent() || query.text("per_page").isPresent();
    }

    /** @throws io.stele.adapters.WireException when a number is none, or is out of range */
    static Wanted wanted(Query query) {
        return new Wanted(
                query.number("page", 1, 1, Integer.MAX_VALUE), query.number("per_page", USUAL_SIZE, 1, LARGEST_SIZE));
    }

    /** The page, with its place in the body and in the headers. */
    <T> MutableHttpResponse<OffsetPage<T>> page(HttpRequest<?> request, Wanted wanted, List<T> rows, long total) {
        int pages = Math.toIntExact(Math.ceilDiv(total, (long) wanted.size()));
        MutableHttpResponse<OffsetPage<T>> response = HttpResponse.ok(
                        new OffsetPage<>(rows, new OffsetPage.Meta(wanted.page(), wanted.size(), pages, total)))
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("X-Page", Integer.toString(wanted.page()))
                .header("X-Per-Page", Integer.toString(wanted.size()))
                .header("X-Total", Long.toString(total))
                .header("X-Total-Pages", Integer.toString(pages));
        links(request, wanted, pages).ifPresent(links -> response.header("Link", links));
        return response;
    }

    /** The refusal of a page that lies too deep, with the way on. */
    MutableHttpResponse<OffsetLimitResponse> tooDeep(HttpRequest<?> request, Wanted wanted) {
        long window = (long) wanted.page() * wanted.size();
        return HttpResponse.badRequest(new OffsetLimitResponse(
                        "legacy_offset_pagination_limit_exceeded",
                        "Pages by number end at page " + DEEPEST_PAGE + " and at row " + WIDEST_WINDOW
                                + ". Use limit with after or before instead.",
                        wanted.page(),
                        wanted.size(),
                        Math.clamp(window, 0, Integer.MAX_VALUE),
                        DEEPEST_PAGE,
                        WIDEST_WINDOW,
                        address.of(request, request.getPath() + "?limit=" + wanted.size())))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private Optional<String> links(HttpRequest<?> request, Wanted wanted, int pages) {
        List<String> links = new ArrayList<>();
        if (wanted.page() > 1) {
            links.add(link(request, wanted, 1, "first"));
            links.add(link(request, wanted, wanted.page() - 1, "prev"));
        }
        if (wanted.page() < pages) {
            links.add(link(request, wanted, wanted.page() + 1, "next"));
            links.add(link(request, wanted, pages, "last"));
        }
        return links.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", links));
    }

    private String link(HttpRequest<?> request, Wanted wanted, int page, String relation) {
        StringBuilder query = new StringBuilder("?page=" + page + "&per_page=" + wanted.size());
        request.getParameters().forEach((name, values) -> {
            if (!name.equals("page") && !name.equals("per_page")) {
                values.forEach(value -> query.append('&').append(encoded(name)).append('=').append(encoded(value)));
            }
        });
        return "<" + address.of(request, request.getPath() + query) + ">; rel=\"" + relation + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
