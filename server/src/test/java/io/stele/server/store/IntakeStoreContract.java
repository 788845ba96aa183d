package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.conversation.Correspondence;
import io.stele.core.intake.AttachmentBytes;
import io.stele.core.intake.Decision;
import io.stele.core.intake.Draft;
import io.stele.core.intake.IdempotencyKey;
import io.stele.core.intake.IntakeStore;
import io.stele.core.intake.SenderChoice;
import io.stele.core.intake.Submission;
import io.stele.core.intake.Verdict;
import io.stele.core.message.Attachment;
import io.stele.core.message.Content;
import io.stele.core.message.Contents;
import io.stele.core.message.Context;
import io.stele.core.message.Cost;
import io.stele.core.message.Direction;
import io.stele.core.message.Email;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageLog;
import io.stele.core.message.MessageReference;
import io.stele.core.message.ServiceWindow;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Timeline;
import io.stele.core.page.PageRequest;
import io.stele.core.refusal.Rejection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link IntakeStore}: what a batch leaves behind, and what it does not. */
public abstract class IntakeStoreContract extends StoreContract {

    private static final PhoneNumber ANA = Traffic.person(1);

    private IntakeStore intake;
    private MessageLog log;
    private Traffic traffic;
    private Endpoint whatsApp;

    protected IntakeStoreContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        intake = store.get(IntakeStore.class);
        log = store.get(MessageLog.class);
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
    }

    private long rows(String table) {
        return store.number("select count(*) from " + table);
    }

    private static IdempotencyKey key(String key) {
        return new IdempotencyKey(key, "fingerprint");
    }

    @Test
    void anAcceptedMessageIsWhatIsReadBack() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("z", "1");
        labels.put("a", "2");
        Draft draft = new Draft(
                new SenderChoice.Default(), ANA, Channel.WHATSAPP, new Text("Hi 😀 \u0000", true), null, null, true,
                "echo me", labels, List.of());
        Context context = Context.answering(new Context.Quote(MessageReference.foreign("wamid.Q"), "+1", "quoted", null));

        Message message = Traffic.accepted(traffic.write(traffic.submission(whatsApp, draft, context)).getFirst());

        assertThat(log.message(tenant.live(), message.id())).contains(message);
        assertThat(message.direction()).isEqualTo(Direction.OUTBOUND);
        assertThat(message.status()).isEqualTo(Status.QUEUED);
        assertThat(message.timeline()).isEqualTo(Timeline.queued(TestStore.START));
        assertThat(message.from()).isEqualTo(whatsApp.address());
        assertThat(message.to()).isEqualTo(ANA);
        assertThat(message.sender()).isEqualTo(whatsApp.sender());
        assertThat(message.content()).isEqualTo(draft.content());
        assertThat(message.context()).isEqualTo(context);
        assertThat(message.callbackData()).isEqualTo("echo me");
        assertThat(message.fallback()).isTrue();
        assertThat(message.metadata()).containsExactlyEntriesOf(labels);
        assertThat(message.cost()).isEqualTo(Cost.UNKNOWN);
        assertThat(message.providerMessageId()).isNull();
        assertThat(message.window()).isNull();
        assertThat(message.createdAt()).isEqualTo(TestStore.START);
    }

    @Test
    void contentOfEveryKindComesBackEqual() {
        List<Content> contents = Contents.any().sampleStream().limit(300).toList();
        List<Submission> batch = contents.stream()
                .map(content -> traffic.submission(whatsApp, ANA, content))
                .toList();

        traffic.write(batch.subList(0, 250));
        traffic.write(batch.subList(250, 300));

        for (int i = 0; i < batch.size(); i++) {
            assertThat(log.message(tenant.live(), batch.get(i).id()).orElseThrow().content()).isEqualTo(contents.get(i));
        }
    }

    @Test
    void anEmailOfTwoMegabytesFits() {
        String html = "<p>\"漢字\"</p>\n".repeat(180_000);
        Endpoint email = tenant.endpoint(Channel.EMAIL);
        Email content = new Email("Subject", null, html, null, List.of());

        Message message = Traffic.accepted(
                traffic.write(traffic.submission(email, ANA, content)).getFirst());

        assertThat(html.length()).isGreaterThan(2_000_000);
        assertThat(log.message(tenant.live(), message.id()).orElseThrow().content()).isEqualTo(content);
    }

    @Test
    void attachmentsAreKeptWithTheirMessage() {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        UUID id = UUID.randomUUID();
        Email content = new Email(
                "S", "T", null, null, List.of(new Attachment(id, "a.bin", "application/octet-stream", null, 3_000_000L, null)));
        Draft draft = new Draft(
                new SenderChoice.Default(), ANA, null, content, null, null, false, null, Map.of(), List.of(new AttachmentBytes(id, bytes)));

        Message message = Traffic.accepted(traffic.write(traffic.submission(tenant.endpoint(Channel.EMAIL), draft, Context.NONE))
                .getFirst());

        assertThat(log.attachment(tenant.live(), message.id(), id)).hasValueSatisfying(found -> assertThat(found).isEqualTo(bytes));
        assertThat(log.attachment(tenant.test(), message.id(), id)).isEmpty();
        assertThat(log.attachment(Tenant.found(store).live(), message.id(), id)).isEmpty();
        assertThat(log.attachment(tenant.live(), message.id(), UUID.randomUUID())).isEmpty();
    }

    @Test
    void eachSubmissionIsAnsweredInItsPlace() {
        List<Submission> batch = IntStream.range(0, 50)
                .mapToObj(i -> traffic.submission(whatsApp, Traffic.person(i), Text.of("n" + i)))
                .toList();

        List<Verdict> verdicts = traffic.write(batch);

        assertThat(verdicts).hasSize(50);
        assertThat(verdicts).extracting(verdict -> Traffic.accepted(verdict).id())
                .containsExactlyElementsOf(batch.stream().map(Submission::id).toList());
    }

    /** The writer was told of a fault, and could not know that the commit had gone through. */
    @Test
    void whatIsWrittenASecondTimeIsAcceptedAndThereOnce() {
        Submission plain = traffic.submission(whatsApp, ANA, Text.of("plain"));
        Submission keyed = traffic.submission(whatsApp, ANA, Text.of("keyed"), key("k"));
        Submission late = traffic.submission(whatsApp, ANA, Text.of("late"));
        traffic.write(plain, keyed);

        List<Verdict> verdicts = new ArrayList<>(traffic.write(keyed, late, plain));
        verdicts.addAll(traffic.write(keyed));

        assertThat(verdicts).extracting(verdict -> Traffic.accepted(verdict).id())
                .containsExactly(keyed.id(), late.id(), plain.id(), keyed.id());
        assertThat(log.message(tenant.live(), plain.id())).contains(Traffic.accepted(verdicts.get(2)));
        assertThat(rows("message")).isEqualTo(3);
        assertThat(rows("delivery")).isEqualTo(3);
        assertThat(store.number("select message_count from thread")).isEqualTo(3);
    }

    /** What another node does to an endpoint after this one has chosen it. */
    @ParameterizedTest
    @ValueSource(strings = {"sender_id = null", "connector = 'whatsapp'", "disconnected_at = current_timestamp", "address = '+15550100777'"})
    void aSubmissionWhoseEndpointHasChangedIsOutdatedAndLeavesNothing(String change) {
        Submission outdated = traffic.submission(whatsApp, Traffic.person(2), Text.of("no"), key("outdated"));
        Submission sent = traffic.submission(tenant.endpoint(Channel.SMS), Traffic.person(3), Text.of("yes"));
        store.run("update endpoint set " + change + " where address = '" + whatsApp.address().value() + "' and channel = 'WHATSAPP'");

        List<Verdict> verdicts = intake.write(
                List.of(outdated, sent),
                (submission, known) -> new Decision.Send(submission.candidates().getFirst(), null));

        assertThat(verdicts.getFirst()).isEqualTo(new Verdict.Outdated());
        assertThat(verdicts.getLast()).isInstanceOf(Verdict.Accepted.class);
        assertThat(rows("message")).isEqualTo(1);
        assertThat(rows("contact")).isEqualTo(1);
        assertThat(rows("idempotency")).isZero();
    }

    @Test
    void aRefusedSubmissionLeavesNothingAndDisturbsNobody() {
        Submission refused = traffic.submission(whatsApp, Traffic.person(2), Text.of("no"), key("refused"));
        Submission sent = traffic.submission(whatsApp, Traffic.person(3), Text.of("yes"));

        List<Verdict> verdicts = intake.write(List.of(refused, sent), (submission, known) -> submission == refused
                ? new Decision.Refuse(new Rejection.WindowClosed())
                : new Decision.Send(whatsApp, null));

        assertThat(verdicts.getFirst()).isEqualTo(new Verdict.Refused(new Rejection.WindowClosed()));
        assertThat(verdicts.getLast()).isInstanceOf(Verdict.Accepted.class);
        assertThat(rows("message")).isEqualTo(1);
        assertThat(rows("contact")).isEqualTo(1);
        assertThat(rows("correspondence")).isEqualTo(1);
        assertThat(rows("idempotency")).isZero();
        assertThat(rows("delivery")).isEqualTo(1);
    }

    @Test
    void theDeciderKnowsThePersonAtEveryCandidate() {
        Endpoint sms = tenant.endpoint(Channel.SMS);
        traffic.receive(whatsApp, ANA, "wamid.1");
        Submission submission = new Submission(
                traffic.newId(), tenant.live(), Draft.of(new SenderChoice.Default(), ANA, null, Text.of("x")), Context.NONE,
                List.of(whatsApp, sms), store.clock().instant());
        List<Map<EndpointId, Correspondence>> seen = new ArrayList<>();

        intake.write(List.of(submission), (_, known) -> {
            seen.add(known);
            return new Decision.Send(whatsApp, known.get(whatsApp.id()).window());
        });

        assertThat(seen.getLast()).containsOnlyKeys(whatsApp.id());
        ServiceWindow window = seen.getLast().get(whatsApp.id()).window();
        assertThat(window.expiresAt()).isEqualTo(TestStore.START.plus(Duration.ofHours(24)));
        assertThat(log.message(tenant.live(), submission.id()).orElseThrow().window()).isEqualTo(window);
    }

    @Test
    void aStrangerIsKnownNowhere() {
        intake.write(List.of(traffic.submission(whatsApp, ANA, Text.of("x"))), (_, known) -> {
            assertThat(known).isEmpty();
            return new Decision.Send(whatsApp, null);
        });
    }

    @Test
    void aRequestWithAUsedKeyIsAnsweredWithTheFirstOne() {
        Message original = Traffic.accepted(
                traffic.write(traffic.submission(whatsApp, ANA, Text.of("first"), key("k"))).getFirst());

        Verdict again = traffic.write(traffic.submission(whatsApp, ANA, Text.of("second"), key("k"))).getFirst();

        assertThat(again).isEqualTo(new Verdict.Repeated(original, true));
        assertThat(rows("message")).isEqualTo(1);
        assertThat(rows("delivery")).isEqualTo(1);
    }

    @Test
    void anotherRequestWithAUsedKeyIsToldApart() {
        Message original = Traffic.accepted(
                traffic.write(traffic.submission(whatsApp, ANA, Text.of("x"), key("k"))).getFirst());

        Verdict other = traffic.write(traffic.submission(whatsApp, ANA, Text.of("x"), new IdempotencyKey("k", "another")))
                .getFirst();

        assertThat(other).isEqualTo(new Verdict.Repeated(original, false));
    }

    @Test
    void aKeyBelongsToItsScope() {
        Tenant other = Tenant.found(store);
        traffic.write(traffic.submission(whatsApp, ANA, Text.of("x"), key("k")));

        assertThat(traffic.write(
                        traffic.submission(tenant.endpoint(tenant.test(), Channel.WHATSAPP), ANA, Text.of("x"), key("k")),
                        traffic.submission(other.whatsApp(), ANA, Text.of("x"), key("k"))))
                .allMatch(verdict -> verdict instanceof Verdict.Accepted);
    }

    @Test
    void oneKeyTwiceInABatchMakesOneMessage() {
        List<Verdict> verdicts = traffic.write(
                traffic.submission(whatsApp, ANA, Text.of("x"), key("k")),
                traffic.submission(whatsApp, ANA, Text.of("x"), key("k")),
                traffic.submission(whatsApp, ANA, Text.of("x"), new IdempotencyKey("k", "another")));

        Message made = Traffic.accepted(verdicts.getFirst());
        assertThat(verdicts.get(1)).isEqualTo(new Verdict.Repeated(made, true));
        assertThat(verdicts.get(2)).isEqualTo(new Verdict.Repeated(made, false));
        assertThat(rows("message")).isEqualTo(1);
    }

    @Test
    void aKeyThatWasRefusedIsFreeForTheNextInTheBatch() {
        Submission refused = traffic.submission(whatsApp, ANA, Text.of("x"), key("k"));
        Submission next = traffic.submission(whatsApp, ANA, Text.of("x"), key("k"));

        List<Verdict> verdicts = intake.write(List.of(refused, next), (submission, _) -> submission == refused
                ? new Decision.Refuse(new Rejection.WindowClosed())
                : new Decision.Send(whatsApp, null));

        assertThat(verdicts.getLast()).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void oneKeyInManyBatchesAtOnceMakesOneMessage() {
        List<Verdict> verdicts = Together.times(16, () -> {
            List<Submission> batch = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                batch.add(traffic.submission(whatsApp, Traffic.person(i), Text.of("x"), key("k" + i)));
            }
            Collections.shuffle(batch);
            return traffic.write(batch);
        }).stream().flatMap(List::stream).toList();

        assertThat(verdicts).hasSize(128);
        assertThat(verdicts).filteredOn(verdict -> verdict instanceof Verdict.Accepted).hasSize(8);
        assertThat(verdicts)
                .filteredOn(verdict -> verdict instanceof Verdict.Repeated)
                .allMatch(verdict -> ((Verdict.Repeated) verdict).identical())
                .hasSize(120);
        assertThat(rows("message")).isEqualTo(8);
        assertThat(rows("delivery")).isEqualTo(8);
    }

    @Test
    void thirtyTwoFirstMessagesToOnePersonAtOnceMakeThePersonOnce() {
        List<Message> messages = Together.times(32, () -> traffic.accept(whatsApp, ANA, "Hi"));

        assertThat(rows("contact")).isEqualTo(1);
        assertThat(rows("contact_address")).isEqualTo(1);
        assertThat(rows("correspondence")).isEqualTo(1);
        assertThat(rows("lane")).isEqualTo(1);
        assertThat(rows("thread")).isEqualTo(1);
        assertThat(rows("conversation")).isEqualTo(1);
        assertThat(messages).extracting(Message::conversationId).containsOnly(messages.getFirst().conversationId());
        assertThat(messages).extracting(Message::threadId).containsOnly(messages.getFirst().threadId());
        assertThat(store.number("select message_count from conversation")).isEqualTo(32);
        assertThat(store.number("select message_count from thread")).isEqualTo(32);
        assertThat(store.number("select pending from lane")).isEqualTo(32);
    }

    @Test
    void manyBatchesOverTheSamePeopleAtOnceLoseNothing() {
        List<Callable<List<Verdict>>> batches = new ArrayList<>();
        for (int b = 0; b < 12; b++) {
            List<Submission> batch = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Endpoint endpoint = i % 2 == 0 ? whatsApp : tenant.endpoint(Channel.SMS);
                batch.add(traffic.submission(endpoint, Traffic.person(i % 7), Text.of("b" + b + "-" + i)));
            }
            Collections.shuffle(batch);
            batches.add(() -> traffic.write(batch));
        }

        List<List<Verdict>> verdicts = Together.all(batches);

        assertThat(verdicts.stream().flatMap(List::stream)).hasSize(240).allMatch(verdict -> verdict instanceof Verdict.Accepted);
        assertThat(log.count(tenant.live(), MessageFilter.ALL)).isEqualTo(240);
        assertThat(rows("contact")).isEqualTo(7);
        assertThat(rows("thread")).isEqualTo(7);
        assertThat(rows("correspondence")).isEqualTo(14);
        assertThat(store.number("select sum(message_count) from conversation")).isEqualTo(240);
        assertThat(store.number("select sum(message_count) from thread")).isEqualTo(240);
        assertThat(store.number("select sum(pending) from lane")).isEqualTo(240);
    }

    @Test
    void aBatchCanHoldSeveralTenants() {
        Tenant other = Tenant.found(store);

        traffic.write(
                traffic.submission(whatsApp, ANA, Text.of("one")),
                traffic.submission(other.whatsApp(), ANA, Text.of("two")),
                traffic.submission(tenant.endpoint(tenant.test(), Channel.WHATSAPP), ANA, Text.of("three")));

        assertThat(rows("contact")).isEqualTo(3);
        assertThat(log.messages(tenant.live(), MessageFilter.ALL, PageRequest.first(10)).items())
                .extracting(Message::content)
                .containsExactly(Text.of("one"));
        assertThat(log.messages(other.live(), MessageFilter.ALL, PageRequest.first(10)).items())
                .extracting(Message::content)
                .containsExactly(Text.of("two"));
        assertThat(log.messages(tenant.test(), MessageFilter.ALL, PageRequest.first(10)).items())
                .extracting(Message::content)
                .containsExactly(Text.of("three"));
    }

    @Test
    void textThatNoDatabaseKeepsIsKeptAsNearAsCanBe() {
        Draft draft = new Draft(
                new SenderChoice.Default(), ANA, null, Text.of("x"), null, new IdempotencyKey("k\u0000", "f"), false,
                "a\u0000b\ud800", Map.of("n\u0000", "v\ud800"), List.of());

        Message message = Traffic.accepted(traffic.write(traffic.submission(whatsApp, draft, Context.NONE)).getFirst());

        assertThat(message.callbackData()).isEqualTo("a\ufffdb\ufffd");
        assertThat(message.metadata()).containsExactly(Map.entry("n\u0000", "v\ud800"));
        assertThat(log.message(tenant.live(), message.id())).contains(message);
        assertThat(traffic.write(traffic.submission(whatsApp, draft, Context.NONE)).getFirst())
                .isEqualTo(new Verdict.Repeated(message, true));
    }
}
