package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Identity;
import io.stele.core.contact.ContactBook;
import io.stele.core.contact.ContactChange;
import io.stele.core.contact.Renaming;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.event.ContactChanged;
import io.stele.core.event.ContactCreated;
import io.stele.core.event.ConversationStarted;
import io.stele.core.event.MessageProgressed;
import io.stele.core.event.MessageQueued;
import io.stele.core.event.MessageReceived;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.inbound.InboundStore;
import io.stele.core.inbound.MessageEcho;
import io.stele.core.inbound.Receipt;
import io.stele.core.intake.Decision;
import io.stele.core.intake.IntakeStore;
import io.stele.core.message.Context;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.refusal.Rejection;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who writes, and what is written, is told in the event log, once, by the transaction in which it happens. */
public abstract class ToldContract extends ToldStoreContract {

    protected ToldContract(Supplier<TestStore> opening) {
        super(opening);
    }

    private InboundMessage from(String provider, String profileName) {
        return new InboundMessage(
                whatsApp, ANA, Identity.UNKNOWN, provider, profileName, Text.of("x"), Context.NONE, null, now(), List.of());
    }

    @Test
    void aFirstMessageFromAPersonTellsOfThemAndOfTheConversation() {
        Message message = traffic.receive(whatsApp, ANA, "wamid.1");

        assertThat(told())
                .containsExactly(
                        new ContactCreated(whatsApp.id(), message.contactId()),
                        new ConversationStarted(whatsApp.id(), message.conversationId()),
                        new MessageReceived(whatsApp.id(), message.id(), "wamid.1", true, true));
    }

    @Test
    void aFurtherMessageTellsOfItselfOnly() {
        traffic.receive(whatsApp, ANA, "wamid.1");
        told();

        Message message = traffic.receive(whatsApp, ANA, "wamid.2");

        assertThat(told()).containsExactly(new MessageReceived(whatsApp.id(), message.id(), "wamid.2", false, false));
    }

    @Test
    void twoFirstMessagesAtOnceStartOneConversation() {
        List<Message> messages = traffic.receive(
                traffic.inbound(whatsApp, ANA, "wamid.1", Text.of("x")),
                traffic.inbound(whatsApp, ANA, "wamid.2", Text.of("x")));

        assertThat(told())
                .containsExactly(
                        new ContactCreated(whatsApp.id(), messages.getFirst().contactId()),
                        new ConversationStarted(whatsApp.id(), messages.getFirst().conversationId()),
                        new MessageReceived(whatsApp.id(), messages.getFirst().id(), "wamid.1", true, true),
                        new MessageReceived(whatsApp.id(), messages.getLast().id(), "wamid.2", false, false));
    }

    @Test
    void whatWasReportedOfAnEchoBeforeItCameIsToldAfterIt() {
        store.get(InboundStore.class)
                .apply(
                        List.of(new Receipt(whatsApp.id(), "wamid.1", null, Status.DELIVERED, null, now(), Json.Members.EMPTY)),
                        FailureFollowUp.NONE,
                        now());

        store.get(InboundStore.class)
                .receive(
                        List.of(new MessageEcho(
                                whatsApp, ANA, Identity.UNKNOWN, "wamid.1", Text.of("From the phone"), Context.NONE, now())),
                        List.of(traffic.newId()),
                        now());

        assertThat(told()).last().isInstanceOf(MessageProgressed.class);
    }

    @Test
    void aMessageThatIsThereAlreadyTellsNothing() {
        traffic.receive(whatsApp, ANA, "wamid.1");
        told();

        traffic.receive(whatsApp, ANA, "wamid.1");

        assertThat(told()).isEmpty();
    }

    @Test
    void thePersonIsToldOfOnceThoughTheyWriteByTwoChannels() {
        traffic.receive(whatsApp, ANA, "wamid.1");
        told();

        Message message = traffic.receive(sms, ANA, "sms.1");

        assertThat(told())
                .containsExactly(
                        new ConversationStarted(sms.id(), message.conversationId()),
                        new MessageReceived(sms.id(), message.id(), "sms.1", true, false));
    }

    @Test
    void anAcceptedMessageIsTold() {
        Message message = traffic.accept(whatsApp, ANA, "Hi");

        assertThat(told())
                .containsExactly(
                        new ContactCreated(whatsApp.id(), message.contactId()),
                        new ConversationStarted(whatsApp.id(), message.conversationId()),
                        new MessageQueued(whatsApp.id(), message.id()));
    }

    @Test
    void aNameThatAPersonTakesIsToldWhenItIsNew() {
        Message message = traffic.receive(from("wamid.1", "Ana")).getFirst();
        assertThat(told()).hasAtLeastOneElementOfType(ContactCreated.class).doesNotHaveAnyElementsOfTypes(ContactChanged.class);

        traffic.receive(from("wamid.2", "Ana"));
        assertThat(told()).hasOnlyElementsOfType(MessageReceived.class);

        traffic.receive(from("wamid.3", "Ana María"));
        assertThat(told()).contains(new ContactChanged(whatsApp.id(), message.contactId()));
    }

    @Test
    void aNameThatTheProjectGivesIsToldWhenItIsNew() {
        Message message = traffic.receive(whatsApp, ANA, "wamid.1");
        told();
        ContactChange change = new ContactChange(null, new Renaming("Ana of sales"), null);

        store.get(ContactBook.class).change(tenant.live(), message.contactId(), change, now());
        assertThat(told()).containsExactly(new ContactChanged(null, message.contactId()));

        store.get(ContactBook.class).change(tenant.live(), message.contactId(), change, now());
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsNotWrittenIsNotTold() {
        traffic.accept(whatsApp, ANA, "Hi");
        told();

        store.get(IntakeStore.class)
                .write(
                        List.of(traffic.submission(whatsApp, Traffic.person(2), Text.of("x"))),
                        (_, _) -> new Decision.Refuse(new Rejection.WindowClosed()));

        assertThat(told()).isEmpty();
    }
}
