package io.stele.graphstub.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.Sends;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.json.Json;
import io.stele.graphstub.json.Members;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on record, in memory and in the file. */
class LedgerTest {

    @TempDir
    Path directory;

    @Test
    void isOnDiskBeforeTheAnswerIs() throws IOException {
        Path file = directory.resolve("ledger.jsonl");
        String wamid;
        try (Shop shop = Shop.open(Shop.stub().ledger(file).option("--sync"))) {
            wamid = shop.sendText("note-1");
            shop.stub.kill();
        }

        assertThat(lines(file)).singleElement().satisfies(line -> {
            assertThat(line.wamid()).isEqualTo(wamid);
            assertThat(line.verdict()).isEqualTo("accepted");
            assertThat(line.callbackData()).isEqualTo("note-1");
        });
    }

    @Test
    void isAppendedToByTheNextProcess() throws IOException {
        Path file = directory.resolve("ledger.jsonl");
        for (String note : List.of("a", "b")) {
            try (Shop shop = Shop.open(Shop.stub().ledger(file))) {
                shop.sendText(note);
            }
        }

        assertThat(lines(file)).extracting(LedgerLine::callbackData).containsExactly("a", "b");
    }

    @Test
    void countsByNote() {
        try (Shop shop = Shop.open()) {
            shop.control.add(Fault.page(502).to("15550100788"));
            shop.sendText("a");
            shop.sendText("a");
            shop.sendText("b");
            shop.send(Shop.text("15550100788", "b"));
            shop.send("{'messaging_product':'whatsapp','to':'15550100777','text':{},'biz_opaque_callback_data':'c'}");
            shop.get("/v23.0/404");

            assertThat(shop.control.counts())
                    .containsOnlyKeys("a", "b", "c")
                    .containsEntry("a", new Sends(2, 0, 0))
                    .containsEntry("b", new Sends(1, 0, 1))
                    .containsEntry("c", new Sends(0, 1, 0));
            assertThat(shop.control.totals()).satisfies(totals -> {
                assertThat(totals.accepted()).isEqualTo(3);
                assertThat(totals.refused()).isEqualTo(1);
                assertThat(totals.faulted()).isEqualTo(1);
                assertThat(totals.callbackData()).isEqualTo(3);
                assertThat(totals.acceptedTwice()).isEqualTo(1);
            });
        }
    }

    @Test
    void numbersItsLinesAndGoesOnAfterAReset() {
        try (Shop shop = Shop.open()) {
            shop.sendText("a");
            shop.sendText("b");
            assertThat(shop.control.ledger(1)).extracting(LedgerLine::index).containsExactly(2L);

            shop.control.reset();
            assertThat(shop.control.ledger()).isEmpty();
            assertThat(shop.control.counts()).isEmpty();

            shop.sendText("c");
            assertThat(shop.control.ledger()).extracting(LedgerLine::index).containsExactly(4L);
        }
    }

    @Test
    void saysWhenMemoryHadNoRoom() {
        try (Shop shop = Shop.open(Shop.stub().option("--keep", "3"))) {
            for (int i = 0; i < 5; i++) {
                shop.sendText("a");
            }

            assertThat(shop.control.ledger(2)).hasSize(3);
            assertThatThrownBy(shop.control::ledger).hasMessageContaining("lines up to 2 are in the file only");
            assertThat(shop.control.counts()).containsEntry("a", new Sends(5, 0, 0));
        }
    }

    @Test
    void keepsEachBodyAsItCame() {
        String body = "{ \"messaging_product\":\"whatsapp\",\"to\":\"15550100777\",\"text\":{\"body\":\"\\u00fc \u00fc "
                + "\\n\"} }";
        try (Shop shop = Shop.open()) {
            shop.exchange(shop.request("/v23.0/" + Shop.NUMBER + "/messages")
                    .header("Content-Type", "application/json")
                    .header("X-Trace", "7")
                    .POST(BodyPublishers.ofString(body)));

            assertThat(shop.control.ledger()).singleElement().satisfies(line -> {
                assertThat(line.body()).isEqualTo(body);
                assertThat(line.members().text("path")).isEqualTo("/v23.0/" + Shop.NUMBER + "/messages");
                assertThat(String.valueOf(line.members().get("headers"))).contains("x-trace=7", "authorization=Bearer ...");
            });
        }
    }

    private static List<LedgerLine> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> new LedgerLine(Members.of(Json.read(line.getBytes(StandardCharsets.UTF_8)))))
                .toList();
    }
}
