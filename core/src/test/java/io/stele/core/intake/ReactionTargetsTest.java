package io.stele.core.intake;

import static io.stele.core.example.Examples.endpoint;
import static io.stele.core.example.MessageBuilder.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.example.ContactsInMemory;
import io.stele.core.example.Examples;
import io.stele.core.example.MessagesInMemory;
import io.stele.core.identity.Ksuid;
import io.stele.core.message.Content;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.Text;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReactionTargetsTest {

    private static final Address OTHER = new PhoneNumber("+34600111333");
    private static final Address SCOPED = new BusinessScopedUserId("ES.77");
    private static final Message HELLO = message()
            .id(Examples.messageId(1))
            .inbound()
            .providerMessageId("wamid.HELLO")
            .build();
    private static final Message ANSWER =
            message().id(Examples.messageId(2)).providerMessageId("wamid.ANSWER").build();
    private static final Message MAIL = message()
            .id(Examples.messageId(3))
            .on(Channel.EMAIL)
            .providerMessageId("<mail@example.com>")
            .build();
    private static final Message SCOPED_HELLO = message()
            .id(Examples.messageId(4))
            .inbound()
            .with(SCOPED)
            .providerMessageId("wamid.SCOPED")
            .build();
    private static final List<Endpoint> ENDPOINTS = List.of(
            secondWhatsApp(), endpoint(Channel.WHATSAPP), endpoint(Channel.SMS), endpoint(Channel.EMAIL));

    private final ReactionTargets targets = new ReactionTargets(
            new References(MessagesInMemory.of(HELLO, ANSWER, MAIL, SCOPED_HELLO)),
            ContactsInMemory.of(
                    ContactsInMemory.contact(HELLO.contactId(), Examples.THEIRS, SCOPED),
                    ContactsInMemory.contact(new UUID(0, 9), OTHER)));

    private static Endpoint secondWhatsApp() {
        Endpoint first = endpoint(Channel.WHATSAPP);
        return new Endpoint(
                new EndpointId(new Ksuid(9, 9, 9)),
                first.scope(),
                first.sender(),
                null,
                Channel.WHATSAPP,
                new PhoneNumber("+34910000009"),
                first.connector(),
                null,
                "Second",
                Examples.NOW);
    }

    @Test
    void theTargetIsLookedUpAndAnsweredThroughItsOwnEndpoint() {
        assertThat(aim(Examples.THEIRS, reaction("wamid.HELLO")))
                .isEqualTo(new ReactionTargets.Aim(
                        new Reaction(new MessageReference(HELLO.id(), Direction.INBOUND, "wamid.HELLO"), "👍"),
                        List.of(endpoint(Channel.WHATSAPP))));
        assertThat(aim(Examples.THEIRS, reaction("wamid.ANSWER")).content())
                .isEqualTo(new Reaction(new MessageReference(ANSWER.id(), Direction.OUTBOUND, "wamid.ANSWER"), "👍"));
    }

    @Test
    void aPersonIsTheSameUnderEachOfTheirAddresses() {
        assertThat(aim(Examples.THEIRS, reaction("wamid.SCOPED")).endpoints()).containsExactly(endpoint(Channel.WHATSAPP));
        assertThat(aim(SCOPED, reaction("wamid.HELLO")).endpoints()).containsExactly(endpoint(Channel.WHATSAPP));
    }

    @Test
    void aReactionToNothingIsRefused() {
        assertRefused(Examples.THEIRS, "wamid.ELSEWHERE", ENDPOINTS, "does not name a message");
    }

    @Test
    void aReactionToAMessageOfAnotherChannelIsRefused() {
        assertRefused(Examples.THEIRS, "<mail@example.com>", ENDPOINTS, "must name a WhatsApp message");
    }

    @Test
    void aReactionToSomebodyElseIsRefused() {
        String reason = "must name a message to or from the recipient";

        assertRefused(OTHER, "wamid.HELLO", ENDPOINTS, reason);
        assertRefused(OTHER, "wamid.ANSWER", ENDPOINTS, reason);
        assertRefused(new BusinessScopedUserId("ES.88"), "wamid.HELLO", ENDPOINTS, reason);
    }

    @Test
    void aReactionThroughAnotherSenderIsRefused() {
        assertRefused(
                Examples.THEIRS, "wamid.HELLO", List.of(secondWhatsApp()), "must name a message of the same sender");
    }

    @Test
    void otherContentStaysAsItIs() {
        assertThat(aim(OTHER, Text.of("Hello"))).isEqualTo(new ReactionTargets.Aim(Text.of("Hello"), ENDPOINTS));
    }

    private static Reaction reaction(String target) {
        return new Reaction(MessageReference.foreign(target), "👍");
    }

    private ReactionTargets.Aim aim(Address to, Content content) {
        return targets.aim(Examples.SCOPE, draft(to, content), ENDPOINTS);
    }

    private void assertRefused(Address to, String target, List<Endpoint> endpoints, String reason) {
        assertThatThrownBy(() -> targets.aim(Examples.SCOPE, draft(to, reaction(target)), endpoints))
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(new Rejection.InvalidField(Field.REACTION_TARGET, reason)));
    }

    private static Draft draft(Address to, Content content) {
        return Draft.of(new SenderChoice.Default(), to, null, content);
    }
}
