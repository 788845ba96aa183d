package io.stele.core.intake;

import static io.stele.core.example.MessageBuilder.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.channel.Channel;
import io.stele.core.example.Examples;
import io.stele.core.example.MessagesInMemory;
import io.stele.core.message.Context;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Text;
import io.stele.core.project.Mode;
import io.stele.core.project.Scope;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    private static final Scope SCOPE = Examples.SCOPE;
    private static final MessageId ID = Examples.messageId(1);
    private static final Message HELLO = message()
            .id(ID)
            .inbound()
            .saying(Text.of("Hello".repeat(50)))
            .providerMessageId("wamid.HELLO")
            .build();
    private static final Message MAIL = message()
            .id(Examples.messageId(2))
            .on(Channel.EMAIL)
            .providerMessageId("<mail@example.com>")
            .build();
    private static final MessageReference FOUND = new MessageReference(ID, Direction.INBOUND, "wamid.HELLO");

    private final References references = new References(MessagesInMemory.of(HELLO, MAIL));

    @Test
    void aMessageIsFoundByOurIdAndByTheProvidersId() {
        assertThat(references.find(SCOPE, MessageReference.ours(ID))).contains(HELLO);
        assertThat(references.find(SCOPE, MessageReference.foreign("wamid.HELLO"))).contains(HELLO);
        assertThat(references.find(SCOPE, new MessageReference(Examples.messageId(9), null, "wamid.HELLO")))
                .contains(HELLO);
    }

    @Test
    void aMessageOfAnotherScopeIsNotFound() {
        Scope test = new Scope(SCOPE.project(), Mode.TEST);

        assertThat(references.find(test, MessageReference.ours(ID))).isEmpty();
        assertThat(references.find(test, MessageReference.foreign("wamid.HELLO"))).isEmpty();
    }

    @Test
    void aMessageThatQuotesNoneStandsAlone() {
        assertThat(references.quoting(SCOPE, null)).isEqualTo(Context.NONE);
    }

    @Test
    void aQuoteSaysWhatTheQuotedMessageSaid() {
        Context.Quote quote = new Context.Quote(FOUND, "+34600111222", "Hello".repeat(28), ContentKind.TEXT);

        assertThat(references.quoting(SCOPE, MessageReference.ours(ID))).isEqualTo(Context.answering(quote));
    }

    @Test
    void aMessageThatIsNoneOfOursIsQuotedByTheProvidersIdAlone() {
        MessageReference unknown = new MessageReference(Examples.messageId(9), null, "wamid.ELSEWHERE");

        assertThat(references.quoting(SCOPE, unknown))
                .isEqualTo(Context.answering(Context.Quote.of(MessageReference.foreign("wamid.ELSEWHERE"))));
    }

    @Test
    void aQuoteByAnIdOfOursThatNamesNothingIsRefused() {
        assertRefused(
                () -> references.quoting(SCOPE, MessageReference.ours(Examples.messageId(9))),
                Field.QUOTE,
                "does not name a message");
    }

    private static void assertRefused(ThrowingCallable call, Field field, String reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(new Rejection.InvalidField(field, reason)));
    }
}
