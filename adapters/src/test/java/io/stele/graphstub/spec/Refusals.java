package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stele.graphstub.client.LedgerLine;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;

/** Tables of what is not taken, with the code and the words that say so. */
abstract class Refusals {

    private static Shop shop;

    @BeforeAll
    static void open() {
        shop = Shop.open();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    static void check(int code, String words, String json) {
        long before = shop.control.ledger().stream().mapToLong(LedgerLine::index).max().orElse(0);

        HttpResponse<String> response = shop.send(json);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body())
                .contains("\"code\":" + code + ",", "\"type\":\"OAuthException\"", "\"fbtrace_id\":")
                .contains(words.replace("\"", "\\\""));
        assertThat(shop.control.ledger(before))
                .extracting(LedgerLine::verdict, LedgerLine::code)
                .containsExactly(tuple("refused", (long) code));
    }

    static Arguments row(int code, String words, String json) {
        return Arguments.of(code, words, json);
    }

    /** A message with these members beside its recipient. */
    static String message(String members) {
        return "{'messaging_product':'whatsapp','to':'+15550100777'," + members + "}";
    }
}
