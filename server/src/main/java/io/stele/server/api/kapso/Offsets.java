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
import java.util.Set;

/** Pages by number, Kapso's older form (contract §1.7), and how deep they go. */
@Singleton
final class Offsets {

    private static final int DEEPEST_PAGE = 50;
    private static final int WIDEST_WINDOW = 5000;
    private static final String PAGE = "page";
    private static final String SIZE = "per_page";

    /** What says where a page is, and not what is listed. */
    private static final Set<String> PLACES = Set.of(PAGE, SIZE, "limit", "after", "before");

    private final PublicUrl address;

    Offsets(PublicUrl address) {
        this.address = address;
    }

    /**
     * A page by its number, counted from 1.
     *
     * @param bounded whether pages end somewhere, because the list can be walked by cursor too
     */
    record Wanted(int page, int size, boolean bounded) {

        /** How many rows come before it. */
        long skipped() {
            return (page - 1L) * size;
        }

        boolean isTooDeep() {
            return bounded && (page > DEEPEST_PAGE || (long) page * size > WIDEST_WINDOW);
        }

        Wanted at(int other) {
            return new Wanted(other, size, bounded);
        }
    }

    /** Whether the caller pages by number. */
    static boolean isAskedFor(Query query) {
        return query.text(PAGE).isPresent() || query.text(SIZE).isPresent();
    }

    /**
     * The page of a list that can be walked by cursor too.
     *
     * @throws io.stele.adapters.WireException when a number is none, or is out of range
     */
    static Wanted wanted(Query query) {
        return wanted(query, true);
    }

    /**
     * The page of a list that has no cursors.
     *
     * @throws io.stele.adapters.WireException when a number is none, or is out of range
     */
    static Wanted unbounded(Query query) {
        return wanted(query, false);
    }

    private static Wanted wanted(Query query, boolean bounded) {
        return new Wanted(query.number(PAGE, 1, 1, Integer.MAX_VALUE), query.size(SIZE), bounded);
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
                        address.of(request, request.getPath() + "?limit=" + wanted.size() + filters(request))))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** The neighbouring pages, those that can be had. */
    private Optional<String> links(HttpRequest<?> request, Wanted wanted, int pages) {
        List<String> links = new ArrayList<>();
        if (wanted.page() > 1) {
            links.add(link(request, wanted.at(1), "first"));
            links.add(link(request, wanted.at(Math.clamp(wanted.page() - 1L, 1, Math.max(1, pages))), "prev"));
        }
        if (wanted.page() < pages) {
            Wanted next = wanted.at(wanted.page() + 1);
            Wanted last = wanted.at(pages);
            if (!next.isTooDeep()) {
                links.add(link(request, next, "next"));
            }
            if (!last.isTooDeep()) {
                links.add(link(request, last, "last"));
            }
        }
        return links.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", links));
    }

    private String link(HttpRequest<?> request, Wanted wanted, String relation) {
        String query = "?" + PAGE + "=" + wanted.page() + "&" + SIZE + "=" + wanted.size() + filters(request);
        return "<" + address.of(request, request.getPath() + query) + ">; rel=\"" + relation + "\"";
    }

    /** What the request asks for beyond its place, to be put behind other parameters. */
    private static String filters(HttpRequest<?> request) {
        StringBuilder filters = new StringBuilder();
        request.getParameters().forEach((name, values) -> {
            if (!PLACES.contains(name)) {
                values.forEach(value -> filters.append('&').append(encoded(name)).append('=').append(encoded(value)));
            }
        });
        return filters.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
