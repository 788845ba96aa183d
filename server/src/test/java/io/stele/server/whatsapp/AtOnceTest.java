package io.stele.server.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stele.graphstub.callback.Attempt;
import io.stele.graphstub.callback.ReceiptPlan;
import io.stele.graphstub.client.CallbackBody;
import io.stele.graphstub.client.Inbound;
import io.stele.graphstub.client.Person;
import io.stele.server.Answer;
import io.stele.server.store.Together;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Meta posts twice, at once, in the wrong order, and in quick succession. How fast it is answered is for the benchmark to say. */
abstract class AtOnceTest extends WhatsAppTest {

    static final int TIMES = 32;

    @Test
    void a_message_that_is_posted_many_times_at_once_is_one() {
        Person customer = somebody();
        Inbound message = Inbound.text(customer, "Once");

        List<Attempt> attempts = meta().sendConcurrently(CallbackBody.of(BUSINESS, message).json(), TIMES);

        assertThat(attempts).hasSize(TIMES).allMatch(Attempt::isAcknowledged);
        assertOneOfEach(customer, 1);
    }

    @Test
    void many_first_messages_of_one_person_at_once_are_of_one_contact_and_one_conversation() {
        Person customer = somebody();
        ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>(IntStream.range(0, TIMES)
                .mapToObj(i -> CallbackBody.of(BUSINESS, Inbound.text(customer, "First " + i)).json())
                .toList());

        List<Attempt> attempts = Together.times(TIMES, () -> meta().inbound(bodies.remove()));

        assertThat(attempts).allMatch(Attempt::isAcknowledged);
        assertOneOfEach(customer, TIMES);
    }

    @Test
    void doubled_and_reversed_receipts_end_as_one_of_each_would() {
        meta().receipts(ReceiptPlan.of("sent", "delivered", "read").copies(2).inReverse());

        String id = send(customer(), "Hi");

        await().atMost(PATIENCE).until(() -> receipts() == 6);
        assertThat(status(id)).isEqualTo("read");
        Seen seen = seen(String.valueOf(taken().wamid()));
        assertThat(seen.reports().values()).extracting(report -> Seen.text(report, "status"))
                .containsExactly("sent", "delivered", "read");
    }

    @Test
    void messages_that_are_posted_one_after_the_other_are_each_acknowledged_and_kept() {
        Person customer = somebody();
        int many = 100;

        List<Attempt> attempts = IntStream.range(0, many)
                .mapToObj(i -> meta().inbound(CallbackBody.of(BUSINESS, Inbound.text(customer, "No. " + i))))
                .toList();

        assertThat(attempts).hasSize(many).allMatch(Attempt::isAcknowledged);
        assertOneOfEach(customer, many);
    }

    private long receipts() {
        return meta().callbacks().stream()
                .filter(line -> String.valueOf(line.body()).contains("\"statuses\""))
                .count();
    }

    private void assertOneOfEach(Person customer, int messages) {
        String query = "?limit=100&phone_number=" + customer.digits();
        Answer written = kapso("/platform/v1/whatsapp/messages" + query);
        assertThat(written.at("data").size()).isEqualTo(messages);
        Answer conversations = kapso("/platform/v1/whatsapp/conversations" + query);
        assertThat(conversations.at("data").size()).isEqualTo(1);
        Answer contacts = kapso("/platform/v1/whatsapp/contacts?wa_id_contains=" + customer.digits());
        assertThat(contacts.at("data").size()).isEqualTo(1);
        String thread = http().get("/v1/messages/" + written.string("data", 0, "id"), owner().zavu())
                .string("message", "conversationId");
        Answer inZavu = http().get("/v1/conversations/" + thread + "/messages?limit=100", owner().zavu());
        assertThat(inZavu.at("items").size()).isEqualTo(messages);
        Answer inChirp = http().get("/v1/organization/whatsapp/messages?limit=100", owner().chirpAdmin());
        assertThat(values(inChirp).filter(text -> text.equals("+" + customer.digits()))).hasSize(messages);
    }

    private static Stream<String> values(Answer messages) {
        return IntStream.range(0, messages.at("messages").size())
                .mapToObj(i -> messages.string("messages", i, "fromPhoneNumber"));
    }
}
