package io.stele.core.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Channel;
import io.stele.core.example.Examples;
import io.stele.core.inbound.Unhandled.Reason;
import io.stele.core.message.Json;
import io.stele.core.message.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeardTest {

    private static final Receipt RECEIPT = new Receipt(
            Examples.endpointId(Channel.WHATSAPP), "wamid.1", null, Status.SENT, null, Examples.NOW, Json.Members.EMPTY);

    @Test
    void whatIsNotTakenInLeavesItEmpty() {
        Unhandled history = new Unhandled("history", Reason.NOT_SERVED, Json.Members.EMPTY);

        assertThat(new Heard(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(history)).isEmpty())
                .isTrue();
    }

    @Test
    void aReceiptIsSomething() {
        assertThat(Heard.receipts(List.of(RECEIPT)).isEmpty()).isFalse();
    }

    @Test
    void whatWasHeardDoesNotChange() {
        List<Receipt> receipts = new ArrayList<>(List.of(RECEIPT));
        Heard heard = Heard.receipts(receipts);

        receipts.clear();

        assertThat(heard.receipts()).containsExactly(RECEIPT);
    }
}
