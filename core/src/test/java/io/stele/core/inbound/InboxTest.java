package io.stele.core.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.account.AccountReport;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.channel.Channel;
import io.stele.core.commit.Inflow;
import io.stele.core.commit.SharedCommits;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.example.Examples;
import io.stele.core.example.MessageBuilder;
import io.stele.core.example.MessagesInMemory;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.intake.References;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.time.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00.123456789Z");
    private static final Instant MILLIS = Instant.parse("2026-03-02T08:15:00.123Z");
    private static final Message HELD = MessageBuilder.message()
            .id(Examples.messageId(5))
            .providerMessageId("wamid.OURS")
            .build();
    private static final MessageReference FOUND =
            new MessageReference(HELD.id(), Direction.OUTBOUND, "wamid.OURS");
    private static final Identity ANA = new Identity(new BusinessScopedUserId("ES.1"), null, "@ana");
    private static final MessageReference ELSEWHERE = MessageReference.foreign("wamid.ELSEWHERE");

    private final SettableClock clock = new SettableClock(NOW);
    private final RecordingInboundStore store = new RecordingInboundStore();
    private final FailureFollowUp followUp = (message, failure) -> Optional.empty();
    private final Inbox inbox = new Inbox(
            store, new References(MessagesInMemory.of(HELD)), followUp, new KsuidGenerator(clock), clock, new Inflow(),
            SharedCommits.Limits.patient(1, 10, 100));

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void messagesAreStoredTogetherEachUnderAnIdOfItsOwn() {
        InboundMessage one = inbound("wamid.1", Text.of("Hi"), Context.NONE);
        InboundMessage other = inbound("wamid.2", Text.of("there"), Context.NONE);

        List<Message> stored = inbox.receive(List.of(one, other));

        assertThat(store.received).singleElement().satisfies(received -> {
            assertThat(received.messages()).containsExactly(one, other);
            assertThat(received.ids()).doesNotHaveDuplicates().isSorted();
            assertThat(received.now()).isEqualTo(MILLIS);
            assertThat(stored).extracting(Message::id).isEqualTo(received.ids());
        });
    }

    @Test
    void oneMessageIsAnsweredAsItIsStored() {
        Message stored = inbox.receive(inbound("wamid.1", Text.of("Hi"), Context.NONE));

        List<MessageId> ids = store.received.getFirst().ids();
        assertThat(ids).containsExactly(stored.id());
    }

    @Test
    void aQuoteOfAMessageOfOursIsLookedUpAndTheRestOfTheContextStays() {
        Context.ReferredProduct product = new Context.ReferredProduct("c1", "p1");
        Context context =
                new Context(Context.Quote.of(MessageReference.foreign("wamid.OURS")), true, true, product);

        inbox.receive(inbound("wamid.1", Text.of("Yes"), context));

        Context.Quote quote = new Context.Quote(FOUND, "+34910000001", "Hello", ContentKind.TEXT);
        assertThat(stored().context()).isEqualTo(new Context(quote, true, true, product));
    }

    @Test
    void aQuoteOfAMessageThatWeNeverHadIsKept() {
        Context.Quote quote = new Context.Quote(ELSEWHERE, "+34600000009", "Before you came", ContentKind.TEXT);

        inbox.receive(inbound("wamid.1", Text.of("Yes"), Context.answering(quote)));

        assertThat(stored().context()).isEqualTo(Context.answering(quote));
    }

    @Test
    void aReactionToAMessageOfOursIsLookedUp() {
        inbox.receive(inbound("wamid.1", new Reaction(MessageReference.foreign("wamid.OURS"), "👍"), Context.NONE));

        assertThat(stored().content()).isEqualTo(new Reaction(FOUND, "👍"));
    }

    @Test
    void aReactionToAMessageThatWeNeverHadIsKept() {
        inbox.receive(inbound("wamid.1", new Reaction(ELSEWHERE, null), Context.NONE));

        assertThat(stored().content()).isEqualTo(new Reaction(ELSEWHERE, null));
    }

    @Test
    void whatElseTheConnectorReadIsHandedOnUnchanged() {
        InboundMessage message = inbound("wamid.1", Text.of("Hi"), Context.NONE);

        inbox.receive(message);

        assertThat(stored()).isEqualTo(message);
    }

    @Test
    void receiptsAreMergedTogether() {
        List<Receipt> receipts = List.of(receipt(Status.DELIVERED), receipt(Status.READ));

        inbox.report(receipts);

        assertThat(store.applied)
                .containsExactly(new RecordingInboundStore.Applied(receipts, followUp, MILLIS));
    }

    private InboundMessage stored() {
        return (InboundMessage) store.received.getFirst().messages().getFirst();
    }

    private static Receipt receipt(Status status) {
        return new Receipt(Examples.endpointId(Channel.WHATSAPP), "wamid.OURS", null, status, null, NOW, Json.Members.EMPTY);
    }

    private static InboundMessage inbound(String providerMessageId, Content content, Context context) {
        return new InboundMessage(
                Examples.endpoint(Channel.WHATSAPP),
                Examples.THEIRS,
                ANA,
                providerMessageId,
                "Ana",
                content,
                context,
                null,
                NOW.minusSeconds(1),
                List.of());
    }

    @Test
    void whatIsToldAtOnceIsWrittenMessagesFirst() {
        InboundMessage message = inbound("wamid.1", Text.of("Hi"), Context.NONE);
        MessageEcho echo = new MessageEcho(
                message.endpoint(), message.from(), ANA, "wamid.2", Text.of("Hello"), Context.NONE, NOW);
        Receipt receipt = new Receipt(
                message.endpoint().id(), "wamid.2", null, Status.DELIVERED, null, NOW, Json.Members.EMPTY);

        inbox.take(new Heard(List.of(message), List.of(echo), List.of(receipt), List.of(), List.of(), List.of(), List.of()));

        assertThat(store.received).singleElement().satisfies(
                received -> assertThat(received.messages()).containsExactly(message, echo));
        assertThat(store.applied).singleElement().satisfies(
                applied -> assertThat(applied.receipts()).containsExactly(receipt));
    }

    @Test
    void whatIsToldOfAccountsIsNoted() {
        AccountNews news = new AccountNews(
                Examples.endpoint(Channel.WHATSAPP),
                new AccountReport("waba", AccountReport.Kind.DISABLED, "DISABLED_UPDATE", NOW, Json.Members.EMPTY));

        inbox.take(new Heard(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(news), List.of()));

        assertThat(store.notedAccounts).containsExactly(news);
    }

    @Test
    void nothingToldIsNothingWritten() {
        inbox.take(new Heard(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));

        assertThat(store.received).isEmpty();
        assertThat(store.applied).isEmpty();
    }
}
