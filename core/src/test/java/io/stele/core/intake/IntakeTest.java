package io.stele.core.intake;

import static io.stele.core.example.Examples.endpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.commit.Inflow;
import io.stele.core.commit.SharedCommits;
import io.stele.core.example.ContactsInMemory;
import io.stele.core.example.Examples;
import io.stele.core.example.FixedDirectory;
import io.stele.core.example.MessageBuilder;
import io.stele.core.example.MessagesInMemory;
import io.stele.core.identity.Ksuid;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.message.Content;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.Text;
import io.stele.core.refusal.Field;
import io.stele.core.refusal.RejectedException;
import io.stele.core.refusal.Rejection;
import io.stele.core.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00.123456789Z");
    private static final Message MADE = MessageBuilder.message().id(Examples.messageId(70)).build();
    private static final Message HELLO = MessageBuilder.message()
            .id(Examples.messageId(80))
            .inbound()
            .providerMessageId("wamid.HELLO")
            .build();
    private static final MessageReference FOUND =
            new MessageReference(HELLO.id(), Direction.INBOUND, "wamid.HELLO");

    private final List<Submission> submissions = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final SettableClock clock = new SettableClock(NOW);
    private BiFunction<Submission, IntakeStore.Decider, Verdict> verdict =
            (submission, decider) -> new Verdict.Accepted(MADE);
    private final Inflow inflow = new Inflow();
    private final Intake intake = new Intake(
            FixedDirectory.of(
                    endpoint(Channel.WHATSAPP),
                    endpoint(Channel.SMS),
                    Examples.disconnected(Channel.SMS_ONEWAY),
                    endpoint(Channel.EMAIL, null)),
            new References(MessagesInMemory.of(HELLO)),
            ContactsInMemory.of(),
            (_, name, _) -> name.equals("sale"),
            this::write,
            new KsuidGenerator(clock),
            clock,
            SharedCommits.Limits.patient(1, 8, 8),
            inflow,
            accepted::incrementAndGet);

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void aDraftBecomesADurableMessageAndItsDeliveryIsToldOf() {
        Draft draft = draft(Text.of("Hello"));

        assertThat(submit(draft)).isEqualTo(new Submitted(MADE, false));
        assertThat(accepted).hasValue(1);
        assertThat(submissions).singleElement().satisfies(submission -> {
            assertThat(submission.scope()).isEqualTo(Examples.SCOPE);
            assertThat(submission.draft()).isEqualTo(draft);
            assertThat(submission.context()).isEqualTo(Context.NONE);
            assertThat(submission.at()).isEqualTo(Instant.parse("2026-03-02T08:15:00.123Z"));
            assertThat(submission.candidates()).containsExactly(endpoint(Channel.WHATSAPP), endpoint(Channel.SMS));
        });
    }

    @Test
    void laterDraftsHaveGreaterIds() {
        submit(draft(Text.of("one")));
        submit(draft(Text.of("two")));

        assertThat(submissions.get(1).id()).isGreaterThan(submissions.get(0).id());
    }

    @Test
    void aChannelThatCannotSayTheContentIsNoCandidate() {
        submit(draft(Text.of("a".repeat(1601))));

        assertThat(submissions.getFirst().candidates()).containsExactly(endpoint(Channel.WHATSAPP));
    }

    @Test
    void contentThatNoCandidateCanSayIsRefusedByTheFirstOnesRule() {
        assertRefused(
                draft(Text.of("a".repeat(4097))),
                new Rejection.InvalidField(Field.TEXT_BODY, "must have at most 4096 characters"));
    }

    @Test
    void theRouterDecidesOnWhatTheStoreKnows() {
        verdict = (submission, decider) -> switch (decider.decide(submission, Map.of())) {
            case Decision.Send(Endpoint chosen, var window) -> {
                assertThat(chosen).isEqualTo(endpoint(Channel.SMS));
                assertThat(window).isNull();
                yield new Verdict.Accepted(MADE);
            }
            case Decision.Refuse(Rejection rejection) -> new Verdict.Refused(rejection);
        };

        assertThat(submit(draft(Text.of("Hello")))).isEqualTo(new Submitted(MADE, false));
        assertRefused(
                Draft.of(new SenderChoice.Default(), Examples.THEIRS, Channel.WHATSAPP, Text.of("Hello")),
                new Rejection.WindowClosed());
        assertThat(accepted).hasValue(1);
    }

    @Test
    void aDraftWhoseEndpointHasChangedMeanwhileIsRoutedAnew() {
        verdict = (submission, decider) ->
                submissions.size() == 1 ? new Verdict.Outdated() : new Verdict.Accepted(MADE);

        assertThat(submit(draft(Text.of("Hello")))).isEqualTo(new Submitted(MADE, false));
        assertThat(submissions).hasSize(2);
    }

    @Test
    void aDraftWhoseEndpointChangesAgainAndAgainIsRefusedForTheMoment() {
        verdict = (submission, decider) -> new Verdict.Outdated();

        assertRefused(draft(Text.of("Hello")), new Rejection.Overloaded(Duration.ofSeconds(1)));
        assertThat(accepted).hasValue(0);
    }

    @Test
    void aRepeatedRequestIsAnsweredWithTheFirstOnesMessageAndTellsNobody() {
        verdict = (submission, decider) -> new Verdict.Repeated(MADE, true);

        assertThat(submit(keyed("order-1"))).isEqualTo(new Submitted(MADE, true));
        assertThat(accepted).hasValue(0);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        verdict = (submission, decider) -> new Verdict.Repeated(MADE, false);

        assertRefused(keyed("order-1"), new Rejection.IdempotencyKeyReused("order-1", MADE));
    }

    @Test
    void aRefusalForAUsedKeyDoesNotTellWhatTheFirstMessageSays() {
        assertThat(new Rejection.IdempotencyKeyReused("order-1", MADE).toString())
                .contains("order-1", MADE.id().toString())
                .doesNotContain("Hello");
    }

    @Test
    void aQuoteAndTheTargetOfAReactionAreLookedUp() {
        Content reaction = new Reaction(MessageReference.foreign("wamid.HELLO"), "👍");
        submit(new Draft(
                new SenderChoice.Default(),
                Examples.THEIRS,
                null,
                reaction,
                MessageReference.ours(HELLO.id()),
                null,
                false,
                null,
                Map.of(),
                List.of()));

        assertThat(submissions.getFirst().draft().content()).isEqualTo(new Reaction(FOUND, "👍"));
        assertThat(submissions.getFirst().context())
                .isEqualTo(Context.answering(new Context.Quote(FOUND, "+34600111222", "Hello", ContentKind.TEXT)));
    }

    @Test
    void anEndpointThatWasNamedIsTheOnlyCandidate() {
        submit(Draft.of(
                new SenderChoice.Through(Examples.endpointId(Channel.SMS)),
                Examples.THEIRS,
                null,
                Text.of("Hello")));

        assertThat(submissions.getFirst().candidates()).containsExactly(endpoint(Channel.SMS));
    }

    @Test
    void aDisconnectedEndpointOfTheSenderIsNoCandidate() {
        submit(draft(Text.of("Hello")));
        assertThat(submissions.getFirst().candidates()).doesNotContain(Examples.disconnected(Channel.SMS_ONEWAY));

        assertRefused(
                Draft.of(new SenderChoice.Default(), Examples.THEIRS, Channel.SMS_ONEWAY, Text.of("Hello")),
                new Rejection.ChannelNotAvailable(Channel.SMS_ONEWAY));
    }

    @Test
    void aDisconnectedEndpointThatWasNamedRefuses() {
        assertRefused(
                Draft.of(
                        new SenderChoice.Through(Examples.endpointId(Channel.SMS_ONEWAY)),
                        Examples.THEIRS,
                        null,
                        Text.of("Hello")),
                new Rejection.EndpointDisconnected());
    }

    @Test
    void whatsAppTakesNothingFromANumberToItself() {
        SenderChoice whatsApp = new SenderChoice.Through(Examples.endpointId(Channel.WHATSAPP));

        assertRefused(
                Draft.of(whatsApp, endpoint(Channel.WHATSAPP).address(), null, Text.of("Hello")),
                new Rejection.RecipientIsSender());
    }

    @Test
    void anotherChannelOfTheSameNumberMayCarryAMessageToIt() {
        submit(Draft.of(new SenderChoice.Default(), endpoint(Channel.WHATSAPP).address(), null, Text.of("Hello")));

        assertThat(submissions.getFirst().candidates())
                .isNotEmpty()
                .doesNotContain(endpoint(Channel.WHATSAPP));
    }

    @ParameterizedTest
    @MethodSource
    void aSenderThatIsNotThereIsNotFound(SenderChoice choice, Rejection expected) {
        assertRefused(Draft.of(choice, Examples.THEIRS, null, Text.of("Hello")), expected);
    }

    static Stream<Arguments> aSenderThatIsNotThereIsNotFound() {
        UUID unknown = new UUID(0, 77);
        EndpointId nowhere = new EndpointId(new Ksuid(7, 7, 7));
        return Stream.of(
                Arguments.of(
                        new SenderChoice.Named(new SenderId(unknown)),
                        new Rejection.NotFound(Rejection.Resource.SENDER, unknown.toString())),
                Arguments.of(
                        new SenderChoice.Through(nowhere),
                        new Rejection.NotFound(
                                Rejection.Resource.ENDPOINT, nowhere.value().toString())));
    }

    @Test
    void aProjectWithoutADefaultSenderMustNameOne() {
        FixedDirectory empty = new FixedDirectory(List.of(), List.of());
        References references = new References(MessagesInMemory.of());
        try (Intake other = new Intake(
                empty,
                references,
                ContactsInMemory.of(),
                (_, _, _) -> false,
                this::write,
                new KsuidGenerator(clock),
                clock,
                SharedCommits.Limits.patient(1, 8, 8),
                inflow,
                accepted::incrementAndGet)) {
            assertRefused(
                    () -> other.submit(Examples.SCOPE, draft(Text.of("Hello"))),
                    new Rejection.NotFound(Rejection.Resource.SENDER, "default"));
        }
    }

    @Test
    void whatBreaksARuleOfDraftsIsRefused() {
        assertRefused(keyed(""), new Rejection.InvalidField(Field.IDEMPOTENCY_KEY, "must have 1 to 255 characters"));
        assertThat(submissions).isEmpty();
    }

    @Test
    void aFaultOfTheStoreReachesTheCallerAsItIs() {
        IllegalStateException fault = new IllegalStateException("no connection");
        verdict = (submission, decider) -> {
            throw fault;
        };

        assertThatThrownBy(() -> submit(draft(Text.of("Hello")))).isSameAs(fault);
        assertThat(accepted).hasValue(0);
    }

    @Test
    void nothingIsTakenOnceClosed() {
        intake.close();

        assertRefused(draft(Text.of("Hello")), new Rejection.Overloaded(Duration.ofSeconds(1)));
    }

    private List<Verdict> write(List<Submission> batch, IntakeStore.Decider decider) {
        submissions.addAll(batch);
        return batch.stream()
                .map(submission -> verdict.apply(submission, decider))
                .toList();
    }

    private Submitted submit(Draft draft) {
        return intake.submit(Examples.SCOPE, draft);
    }

    private void assertRefused(Draft draft, Rejection expected) {
        assertRefused(() -> submit(draft), expected);
    }

    private static void assertRefused(ThrowingCallable call, Rejection expected) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejection())
                        .isEqualTo(expected));
    }

    private static Draft draft(Content content) {
        return Draft.of(new SenderChoice.Default(), Examples.THEIRS, null, content);
    }

    private static Draft keyed(String key) {
        return new Draft(
                new SenderChoice.Default(),
                Examples.THEIRS,
                null,
                Text.of("Hello"),
                null,
                new IdempotencyKey(key, "hash"),
                false,
                null,
                Map.of(),
                List.of());
    }
}
