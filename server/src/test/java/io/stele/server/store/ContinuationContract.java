package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Reroute;
import io.stele.core.delivery.Settlement;
import io.stele.core.inbound.Receipt;
import io.stele.core.intake.Draft;
import io.stele.core.intake.SenderChoice;
import io.stele.core.message.Context;
import io.stele.core.message.Course;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that fail on one channel and go on by another, as messages of their own. */
public abstract class ContinuationContract extends DeliveryContract {

    private static final Context CONTEXT = Context.answering(new Context.Quote(
            MessageReference.foreign("wamid.quoted"), "+4915100000001", "Is it ready?", null));

    private Endpoint whatsApp;
    private MessageLog log;

    protected ContinuationContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void channels() {
        whatsApp = tenant.whatsApp();
        log = store.get(MessageLog.class);
    }

    private Message accepted(int person) {
        Draft draft = new Draft(
                new SenderChoice.Through(whatsApp.id()), Traffic.person(person), Channel.WHATSAPP, Text.of("x"), null, null, true,
                null, Map.of("unit", "12B"), List.of());
        return Traffic.accepted(traffic.write(traffic.submission(whatsApp, draft, CONTEXT)).getFirst());
    }

    private Message sentByWhatsApp(int person) {
        Message message = accepted(person);
        settle(claim().stream().map(claim -> sent(claim, name(claim))).toArray(Settlement[]::new));
        return found(message);
    }

    private static String name(Claim claim) {
        return "p-" + id(claim).value();
    }

    private Settlement failed(Claim claim) {
        return new Settlement.Failed(claim, UNDELIVERABLE, now(), bySms());
    }

    private Reroute bySms() {
        return new Reroute(sms, now().plusSeconds(5));
    }

    private FailureFollowUp onBySms() {
        return (_, _) -> Optional.of(bySms());
    }

    private Receipt told(Message message, Status status) {
        return new Receipt(
                whatsApp.id(), "p-" + message.id().value(), message.id(), status,
                status == Status.FAILED ? UNDELIVERABLE : null, now(), Json.Members.EMPTY);
    }

    private void applyOn(Receipt... receipts) {
        inbox.apply(List.of(receipts), onBySms(), now());
    }

    private Message next(Message first) {
        MessageId next = found(first).continuedBy();
        assertThat(next).isNotNull();
        return log.message(tenant.live(), next).orElseThrow();
    }

    private List<Message> shown(MessageFilter.Builder filter) {
        return log.messages(tenant.live(), filter.latest().build(), PageRequest.first(50)).items();
    }

    private long messages() {
        return store.number("select count(*) from message");
    }

    /** The provider's receipt overtakes its answer, and does not say which of our messages it is about. */
    @Test
    void theMessageGoesOnThatTurnsOutToHaveFailedWhenItsNameIsLearnt() {
        Message message = accepted(1);
        Claim claim = claim().getFirst();
        apply(new Receipt(whatsApp.id(), name(claim), null, Status.FAILED, UNDELIVERABLE, now(), Json.Members.EMPTY));
        assertThat(found(message).status()).isEqualTo(Status.SENDING);

        queue.settle(List.of(sent(claim, name(claim))), onBySms(), now());

        assertThat(found(message).status()).isEqualTo(Status.FAILED);
        assertThat(next(message).status()).isEqualTo(Status.QUEUED);
        assertThat(next(message).channel()).isEqualTo(Channel.SMS);
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void theMessageThatFailedStaysWhatItIs() {
        Message message = sentByWhatsApp(1);
        later(Duration.ofSeconds(1));
        Message without = sentByWhatsApp(2);

        applyOn(told(message, Status.FAILED));
        apply(told(without, Status.FAILED));

        Message failed = found(message);
        assertThat(failed.status()).isEqualTo(Status.FAILED);
        assertThat(failed.failure()).isEqualTo(UNDELIVERABLE);
        assertThat(failed.channel()).isEqualTo(Channel.WHATSAPP);
        assertThat(failed.timeline().sentAt()).isEqualTo(message.timeline().sentAt());
        assertThat(failed.timeline().failedAt()).isEqualTo(now());
        assertThat(failed.providerMessageId()).isEqualTo(message.providerMessageId());
        assertThat(conversation(message).messageCount()).isEqualTo(1);
        assertThat(conversation(message).last()).isNotNull();
        assertThat(conversation(message).last().id()).isEqualTo(message.id());
        assertThat(found(without).continuedBy()).isNull();
    }

    private Conversation conversation(Message message) {
        return store.get(ConversationLog.class)
                .conversation(tenant.live(), message.conversationId())
                .orElseThrow();
    }

    @Test
    void anotherMessageSaysTheSameByTheOtherEndpoint() {
        Message first = accepted(1);
        settle(failed(claim().getFirst()));

        Message next = next(first);
        assertThat(next.continues()).isEqualTo(first.id());
        assertThat(next.id()).isNotEqualTo(first.id());
        assertThat(next.endpoint()).isEqualTo(sms.id());
        assertThat(next.channel()).isEqualTo(Channel.SMS);
        assertThat(next.from()).isEqualTo(sms.address());
        assertThat(next.to()).isEqualTo(first.to());
        assertThat(next.content()).isEqualTo(first.content());
        assertThat(next.context()).isEqualTo(CONTEXT);
        assertThat(next.metadata()).isEqualTo(first.metadata());
        assertThat(next.threadId()).isEqualTo(first.threadId());
        assertThat(next.contactId()).isEqualTo(first.contactId());
        assertThat(next.conversationId()).isNotEqualTo(first.conversationId());
        assertThat(next.status()).isEqualTo(Status.QUEUED);
        assertThat(next.createdAt()).isEqualTo(first.createdAt());
        assertThat(next.continuedBy()).isNull();
    }

    @Test
    void itGoesOutWhenItIsDueAndHasReceiptsOfItsOwn() {
        Message first = accepted(1);
        settle(failed(claim().getFirst()));
        assertThat(claim()).isEmpty();

        later(Duration.ofSeconds(5));
        Claim claim = claim().getFirst();
        assertThat(claim.dispatch().endpoint()).isEqualTo(sms);
        assertThat(claim.dispatch().attempt()).isEqualTo(1);
        settle(sent(claim, "p-sms"));
        apply(receipt("p-sms", null, Status.DELIVERED));

        assertThat(next(first).status()).isEqualTo(Status.DELIVERED);
        assertThat(found(first).status()).isEqualTo(Status.FAILED);
        assertThat(log.messageOfProvider(tenant.live(), "p-sms")).contains(next(first));
    }

    @Test
    void theThreadCountsBothOnce() {
        Message first = accepted(1);
        settle(failed(claim().getFirst()));

        ConversationThread thread =
                store.get(ConversationLog.class).thread(tenant.live(), first.threadId()).orElseThrow();
        assertThat(thread.messageCount()).isEqualTo(1);
        assertThat(thread.channels()).containsExactlyInAnyOrder(Channel.WHATSAPP, Channel.SMS);
        assertThat(thread.last()).isNotNull();
        assertThat(thread.last().id()).isEqualTo(first.id());
        assertThat(thread.last().channel()).isEqualTo(Channel.SMS);
    }

    @Test
    void aFailureThatIsToldAgainAndAgainContinuesOnce() {
        Message message = sentByWhatsApp(1);

        applyOn(told(message, Status.FAILED), told(message, Status.FAILED));
        applyOn(told(message, Status.FAILED));
        applyOn(told(message, Status.SENT), told(message, Status.FAILED));

        assertThat(messages()).isEqualTo(2);
        assertThat(store.number("select count(*) from delivery")).isEqualTo(1);
    }

    @Test
    void aFailureThatIsToldWhileTheMessageIsUnderWayContinuesOnce() {
        Message message = accepted(1);
        Claim claim = claim().getFirst();
        applyOn(told(message, Status.FAILED));

        settle(failed(claim));

        assertThat(messages()).isEqualTo(2);
        assertThat(store.number("select count(*) from delivery")).isEqualTo(1);
        assertThat(store.number("select sum(pending) from lane")).isEqualTo(1);
    }

    @Test
    void failuresThatAreToldAtOnceContinueOnce() {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            messages.add(accepted(i));
        }
        List<Callable<Object>> works = new ArrayList<>();
        claim().forEach(claim -> works.add(() -> {
            queue.settle(List.of(failed(claim)), FailureFollowUp.NONE, now());
            return claim;
        }));
        messages.forEach(message -> works.addAll(Collections.nCopies(3, () -> {
            applyOn(told(message, Status.FAILED));
            return message;
        })));
        Collections.shuffle(works);

        Together.all(works);

        assertThat(messages()).isEqualTo(16);
        assertThat(store.number("select count(*) from message where status = 'FAILED' and continued_by is not null")).isEqualTo(8);
        assertThat(store.number("select sum(failed) from correspondence")).isEqualTo(8);
        assertThat(store.number("select sum(message_count) from thread")).isEqualTo(8);
        later(Duration.ofSeconds(5));
        assertThat(claim()).hasSize(8).allSatisfy(claim -> assertThat(claim.dispatch().endpoint()).isEqualTo(sms));
    }

    @Test
    void theDatabaseTakesNoSecondContinuation() {
        Message first = accepted(1);
        settle(failed(claim().getFirst()));
        Message another = accepted(2);

        assertThat(catchThrowable(() -> store.run(
                        "update message set continues = (select continues from message where continues is not null)"
                                + " where continues is null and continued_by is null")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(found(another).continues()).isNull();
        assertThat(next(first).continues()).isEqualTo(first.id());
    }

    @Test
    void whatFailedAfterItHadArrivedIsNotContinued() {
        Message message = sentByWhatsApp(1);

        applyOn(told(message, Status.DELIVERED), told(message, Status.FAILED));
        applyOn(told(message, Status.FAILED));

        assertThat(messages()).isEqualTo(1);
        assertThat(found(message).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void lateReceiptsConcernTheMessageThatTheyAreAbout() {
        Message first = sentByWhatsApp(1);
        applyOn(told(first, Status.FAILED));

        applyOn(told(first, Status.DELIVERED));
        applyOn(told(first, Status.FAILED));

        assertThat(found(first).status()).isEqualTo(Status.DELIVERED);
        assertThat(next(first).status()).isEqualTo(Status.QUEUED);
        assertThat(course(first).status()).isEqualTo(Status.SENT);
        assertThat(messages()).isEqualTo(2);
    }

    private Course course(Message message) {
        return log.courses(tenant.live(), List.of(found(message))).getFirst();
    }

    @Test
    void bothBelongToOneCourse() {
        Message first = accepted(1);
        Message alone = accepted(2);
        settle(failed(claim().stream().filter(claim -> id(claim).equals(first.id())).findFirst().orElseThrow()));
        Course course = new Course(found(first), next(first));

        assertThat(log.courses(tenant.live(), List.of(next(first), found(alone), found(first))))
                .containsExactly(course, Course.of(found(alone)), course);
    }

    @Test
    void listsOfWhatMessagesAreNowHaveEachOnce() {
        Message first = accepted(1);
        Message alone = sentByWhatsApp(2);
        applyOn(told(first, Status.FAILED));
        Message next = next(first);

        assertThat(shown(MessageFilter.builder())).containsExactly(next, alone);
        assertThat(shown(MessageFilter.builder().inThread(first.threadId()))).containsExactly(next);
        assertThat(shown(MessageFilter.builder().to(first.to()))).containsExactly(next);
        assertThat(shown(MessageFilter.builder().on(Channel.SMS))).containsExactly(next);
        assertThat(shown(MessageFilter.builder().on(Channel.WHATSAPP))).containsExactly(alone);
        assertThat(shown(MessageFilter.builder().withStatus(Set.of(Status.QUEUED)))).containsExactly(next);
        assertThat(shown(MessageFilter.builder().withStatus(Set.of(Status.FAILED)))).isEmpty();
        assertThat(shown(MessageFilter.builder().inConversation(first.conversationId()))).isEmpty();
        assertThat(shown(MessageFilter.builder().through(whatsApp.id()))).containsExactly(alone);
    }

    @Test
    void otherListsHaveBoth() {
        Message first = accepted(1);
        settle(failed(claim().getFirst()));
        List<Message> both = List.of(next(first), found(first));

        assertThat(listed(MessageFilter.builder())).containsExactlyElementsOf(both);
        assertThat(listed(MessageFilter.builder().inThread(first.threadId()))).containsExactlyElementsOf(both);
        assertThat(listed(MessageFilter.builder().to(first.to()))).containsExactlyElementsOf(both);
        assertThat(listed(MessageFilter.builder().withContact(first.to()))).containsExactlyElementsOf(both);
        assertThat(listed(MessageFilter.builder().on(Channel.WHATSAPP))).containsExactly(found(first));
        assertThat(listed(MessageFilter.builder().withStatus(Set.of(Status.FAILED)))).containsExactly(found(first));
        assertThat(log.count(tenant.live(), MessageFilter.ALL)).isEqualTo(2);
    }

    private List<Message> listed(MessageFilter.Builder filter) {
        return log.messages(tenant.live(), filter.build(), PageRequest.first(50)).items();
    }

    @Test
    void pagesOfWhatMessagesAreNowAreExact() {
        List<Message> firsts = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            later(Duration.ofSeconds(1));
            firsts.add(accepted(i));
        }
        settle(claim().stream().filter(claim -> id(claim).value().low() % 2 == 0).map(this::failed).toArray(Settlement[]::new));

        List<MessageId> seen = new ArrayList<>();
        PageRequest<MessageId> request = PageRequest.first(2);
        Page<Message> page = log.messages(tenant.live(), MessageFilter.builder().latest().build(), request);
        for (; page.older(); page = log.messages(tenant.live(), MessageFilter.builder().latest().build(), request)) {
            assertThat(page.items()).hasSize(2);
            page.items().forEach(message -> seen.add(original(message)));
            request = PageRequest.olderThan(page.items().getLast().id(), 2);
        }
        page.items().forEach(message -> seen.add(original(message)));

        assertThat(seen).hasSize(9).containsExactlyInAnyOrderElementsOf(firsts.stream().map(Message::id).toList());
    }

    private static MessageId original(Message message) {
        MessageId continued = message.continues();
        return continued == null ? message.id() : continued;
    }

    @Test
    void aStrangerAtTheOtherEndpointIsMetThere() {
        accepted(1);
        settle(failed(claim().getFirst()));

        assertThat(store.number("select count(*) from contact")).isEqualTo(1);
        assertThat(store.number("select count(*) from correspondence")).isEqualTo(2);
        assertThat(store.number("select count(*) from thread")).isEqualTo(1);
        assertThat(store.number("select sum(message_count) from conversation")).isEqualTo(2);
    }

    @Test
    void nothingIsContinuedWhenItsTransactionFails() {
        Message first = accepted(1);
        Claim claim = claim().getFirst();
        store.run("alter table delivery rename to delivery_elsewhere");
        try {
            assertThat(catchThrowable(() -> settle(failed(claim)))).isNotNull();
            assertThat(found(first).status()).isEqualTo(Status.SENDING);
            assertThat(found(first).continuedBy()).isNull();
            assertThat(messages()).isEqualTo(1);
        } finally {
            store.run("alter table delivery_elsewhere rename to delivery");
        }

        settle(failed(claim));
        assertThat(messages()).isEqualTo(2);
    }
}
