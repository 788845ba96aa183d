package io.stele.server.api.kapso;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.stele.contracts.kapso.OffsetLimitResponse;
import io.stele.server.http.PublicUrl;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages a page names beside itself. */
class OffsetsTest {

    private final Offsets offsets = new Offsets(new PublicUrl("https://gateway.example", () -> "http://localhost"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1  | 20  | 20   | true  |
                    1  | 20  | 21   | true  | next=2 last=2
                    2  | 20  | 21   | true  | first=1 prev=1
                    2  | 20  | 100  | true  | first=1 prev=1 next=3 last=5
                    49 | 20  | 2000 | true  | first=1 prev=48 next=50
                    50 | 20  | 2000 | true  | first=1 prev=49
                    49 | 100 | 5000 | true  | first=1 prev=48 next=50 last=50
                    49 | 100 | 5001 | true  | first=1 prev=48 next=50
                    50 | 20  | 2000 | false | first=1 prev=49 next=51 last=100
                    60 | 20  | 2000 | false | first=1 prev=59 next=61 last=100
                    9  | 20  | 21   | true  | first=1 prev=2
                    9  | 20  | 0    | true  | first=1 prev=1
                    """)
    void onlyPagesThatCanBeHadAreLinked(int page, int size, long total, boolean bounded, String links) {
        HttpRequest<?> request = HttpRequest.GET("/list");

        String link = offsets.page(request, new Offsets.Wanted(page, size, bounded), List.of(), total)
                .header("Link");

        assertThat(link == null ? null : link.replaceAll("<https://gateway.example/list[?]page=(\\d+)&per_page=" + size + ">; rel=\"(\\w+)\",?", "$2=$1"))
                .isEqualTo(links);
    }

    @Test
    void whatIsAskedForStaysTheSameOnEveryPage() {
        HttpRequest<?> request = Queries.request("/list", "?name=a%20%26b&page=2&per_page=5&limit=3&after=x&before=y&also=c");

        String link = offsets.page(request, new Offsets.Wanted(2, 5, true), List.of(), 6).header("Link");

        assertThat(link)
                .isEqualTo("<https://gateway.example/list?page=1&per_page=5&name=a+%26b&also=c>; rel=\"first\", "
                        + "<https://gateway.example/list?page=1&per_page=5&name=a+%26b&also=c>; rel=\"prev\"");
    }

    @Test
    void theWayOnFromAPageTooDeepAsksForTheSame() {
        HttpRequest<?> request = Queries.request("/list", "?page=51&per_page=5&limit=3&name=a%26b");

        OffsetLimitResponse refusal =
                offsets.tooDeep(request, new Offsets.Wanted(51, 5, true)).body();

        assertThat(refusal.cursorExample()).isEqualTo("https://gateway.example/list?limit=5&name=a%26b");
        assertThat(refusal.requestedWindow()).isEqualTo(255);
    }
}
