package io.stele.adapters.connector.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.delivery.Connector.ReadMarks.Marked;
import io.stele.core.message.Failure;
import io.stele.graphstub.client.Business;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.LedgerLine;
import io.stele.graphstub.client.Person;
import io.stele.graphstub.fault.Fault;
import io.stele.graphstub.fault.Fault.Ending;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Telling a person that their message was read. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadMarksTest {

    private static Meta meta;

    private String wamid = "";

    @BeforeAll
    static void open() {
        meta = Meta.open();
    }

    @AfterAll
    static void close() {
        meta.close();
    }

    @BeforeEach
    void receiveAMessage() {
        meta.reset();
        meta.control.retries();
        Inbound message = Inbound.text(Person.phone("15550100777", "Ada"), "Hello");
        meta.control.inbound(CallbackBody.of(new Business(Meta.ACCOUNT, "15550100042", Meta.NUMBER), message));
        wamid = message.id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    false | {'messaging_product':'whatsapp','status':'read','message_id':'$ID'}
                    true  | {'messaging_product':'whatsapp','status':'read','message_id':'$ID','typing_indicator':{'type':'text'}}
                    """,
            quoteCharacter = '`')
    void marksTheMessageAndShowsTypingIfWanted(boolean typing, String request) {
        assertThat(meta.connector.markRead(meta.endpoint, wamid, typing)).isEqualTo(new Marked.Done());

        assertThat(requests())
                .singleElement()
                .satisfies(line -> assertThat(Meta.json(String.valueOf(line.body())))
                        .isEqualTo(Meta.json(request.replace('\'', '"').replace("$ID", wamid))));
    }

    @Test
    void saysWhenGraphWillNotHaveIt() {
        assertThat(meta.connector.markRead(meta.endpoint, "wamid.unheardOf", false))
                .isEqualTo(new Marked.Refused(new Failure(
                        "100", "Invalid parameter", "Message wamid.unheardOf was not received by this number.")));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.of(Ending.CLOSED), Duration.ofSeconds(1)),
                Arguments.of(Fault.page(502), Duration.ofSeconds(1)),
                Arguments.of(Fault.error(503, 131016, "Service unavailable", "Later."), Duration.ofSeconds(1)),
                Arguments.of(
                        Fault.error(400, 130429, "Rate limit hit", "Too fast.").with("Retry-After", "9"),
                        Duration.ofSeconds(9)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void saysWhenGraphIsAway(Fault fault, Duration pause) {
        meta.control.add(fault.on("read"));

        assertThat(meta.connector.markRead(meta.endpoint, wamid, false)).isEqualTo(new Marked.Unavailable(pause));
    }

    private static List<LedgerLine> requests() {
        return meta.control.ledger().stream()
                .filter(line -> line.endpoint().equals("read"))
                .toList();
    }
}
