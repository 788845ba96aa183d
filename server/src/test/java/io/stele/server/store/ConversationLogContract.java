package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.SenderId;
import io.stele.core.conversation.Conversation;
import io.stele.core.conversation.ConversationFilter;
import io.stele.core.conversation.ConversationKey;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.conversation.ThreadFilter;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Message;
import io.stele.core.message.Text;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ConversationLog}: when a conversation begins and ends, and what the lists of conversations and threads show. */
public abstract class ConversationLogContract extends StoreContract {

    private static final PhoneNumber ANA = Traffic.person(1);
    private static final ConversationFilter ANY =
            new ConversationFilter(null, null, null, null, null, null, null, null, null);
    private static final ThreadFilter ANY_THREAD = new ThreadFilter(null, null, null);

    private ConversationLog log;
    private Traffic traffic;
    private Endpoint whatsApp;

    protected ConversationLogContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        log = store.get(ConversationLog.class);
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
    }

    private Instant now() {
        return store.clock().instant();
    }

    private Conversation conversation(UUID id) {
        return log.conversation(tenant.live(), id).orElseThrow();
    }

    private List<UUID> listed(ConversationFilter filter) {
        Page<Conversation> page = log.conversations(tenant.live(), filter, PageRequest.first(50), now());
        return page.items().stream().map(Conversation::id).toList();
    }

    private Message named(PhoneNumber from, String provider, String name) {
        return traffic.receive(new InboundMessage(
                        whatsApp, from, Identity.UNKNOWN, provider, name, Text.of("x"), Context.NONE, null, now(), List.of()))
                .getFirst();
    }

    @Test
    void aConversationShowsWhatWasSaidInIt() {
        Message in = named(ANA, "wamid.1", "Ana");
        store.clock().advance(Duration.ofMinutes(1));
        Message out = traffic.accept(whatsApp, ANA, "Hello Ana");

        assertThat(conversation(in.conversationId()))
                .isEqualTo(new Conversation(
                        in.conversationId(), tenant.live(), whatsApp.id(), ANA, in.contactId(), "Ana", null, TestStore.START, now(),
                        now(), null, TestStore.START, now(), 2,
                        new Conversation.LastMessage(
                                out.id(), Direction.OUTBOUND, Channel.WHATSAPP, null, ContentKind.TEXT, "Hello Ana", now())));
    }

    @Test
    void messagesStayInOneConversationUntilADayOfSilence() {
        UUID first = traffic.accept(whatsApp, ANA, "1").conversationId();
        store.clock().advance(Duration.ofHours(24).minusSeconds(1));
        UUID second = traffic.receive(whatsApp, ANA, "wamid.1").conversationId();
        store.clock().advance(Duration.ofHours(24));
        UUID third = traffic.accept(whatsApp, ANA, "3").conversationId();

        assertThat(second).isEqualTo(first);
        assertThat(third).isNotEqualTo(first);
        assertThat(conversation(first).endedAt()).isEqualTo(now());
        assertThat(conversation(third).endedAt()).isNull();
        assertThat(conversation(third).messageCount()).isEqualTo(1);
    }

    @Test
    void oneThatFellSilentHasEndedWithoutAnybodyNotingIt() {
        UUID id = traffic.accept(whatsApp, ANA, "1").conversationId();
        store.clock().advance(Duration.ofHours(30));

        assertThat(conversation(id).endedAt()).isEqualTo(TestStore.START.plus(Duration.ofHours(24)));
        assertThat(conversation(id).isActiveAt(now())).isFalse();
    }

    @Test
    void afterAnEndAnotherConversationBegins() {
        UUID first = traffic.accept(whatsApp, ANA, "1").conversationId();

        assertThat(log.end(tenant.live(), first, now())).isTrue();

        assertThat(conversation(first).endedAt()).isEqualTo(now());
        assertThat(traffic.accept(whatsApp, ANA, "2").conversationId()).isNotEqualTo(first);
        assertThat(traffic.accept(whatsApp, ANA, "2").threadId()).isEqualTo(log.thread(tenant.live(), traffic.accept(whatsApp, ANA, "3").threadId()).orElseThrow().id());
    }

    @Test
    void endingAgainChangesNothing() {
        UUID id = traffic.accept(whatsApp, ANA, "1").conversationId();
        log.end(tenant.live(), id, now());
        Conversation ended = conversation(id);

        assertThat(log.end(tenant.live(), id, now().plusSeconds(60))).isTrue();

        assertThat(conversation(id)).isEqualTo(ended);
    }

    @Test
    void onlyWhatIsThereCanBeEndedOrReopened() {
        UUID id = traffic.accept(whatsApp, ANA, "1").conversationId();

        assertThat(log.end(tenant.test(), id, now())).isFalse();
        assertThat(log.end(Tenant.found(store).live(), id, now())).isFalse();
        assertThat(log.end(tenant.live(), UUID.randomUUID(), now())).isFalse();
        assertThat(log.reopen(tenant.test(), id, now())).isFalse();
        assertThat(log.reopen(tenant.live(), UUID.randomUUID(), now())).isFalse();
        assertThat(conversation(id).endedAt()).isNull();
    }

    @Test
    void anEndedConversationCanBeReopenedAndGoesOn() {
        UUID id = traffic.accept(whatsApp, ANA, "1").conversationId();
        log.end(tenant.live(), id, now());
        store.clock().advance(Duration.ofDays(3));

        assertThat(log.reopen(tenant.live(), id, now())).isTrue();

        assertThat(conversation(id).isActiveAt(now())).isTrue();
        assertThat(traffic.accept(whatsApp, ANA, "2").conversationId()).isEqualTo(id);
    }

    @Test
    void anActiveConversationIsReopenedByDoingNothing() {
        UUID id = traffic.accept(whatsApp, ANA, "1").conversationId();
        Conversation before = conversation(id);

        assertThat(log.reopen(tenant.live(), id, now().plusSeconds(1))).isTrue();

        assertThat(conversation(id)).isEqualTo(before);
    }

    @Test
    void noneIsReopenedBesideAnActiveOne() {
        UUID first = traffic.accept(whatsApp, ANA, "1").conversationId();
        log.end(tenant.live(), first, now());
        UUID second = traffic.accept(whatsApp, ANA, "2").conversationId();

        assertThat(log.reopen(tenant.live(), first, now())).isFalse();
        log.end(tenant.live(), second, now());
        assertThat(log.reopen(tenant.live(), first, now())).isTrue();
        assertThat(traffic.accept(whatsApp, ANA, "3").conversationId()).isEqualTo(first);
    }

    @Test
    void conversationsAreListedByTheirLastActivity() {
        UUID ana = traffic.accept(whatsApp, ANA, "1").conversationId();
        store.clock().advance(Duration.ofMinutes(1));
        UUID ben = traffic.accept(whatsApp, Traffic.person(2), "1").conversationId();
        store.clock().advance(Duration.ofMinutes(1));

        assertThat(listed(ANY)).containsExactly(ben, ana);
        traffic.receive(whatsApp, ANA, "wamid.1");
        assertThat(listed(ANY)).containsExactly(ana, ben);
    }

    @Test
    void eachPartOfAFilterNarrowsTheList() {
        UUID old = traffic.accept(whatsApp, Traffic.person(9), "1").conversationId();
        store.clock().advance(Duration.ofHours(25));
        Message ana = traffic.accept(whatsApp, ANA, "1");
        UUID ended = traffic.accept(whatsApp, Traffic.person(2), "1").conversationId();
        log.end(tenant.live(), ended, now());

        assertThat(listed(filter(ANA.value(), null, null))).containsExactly(ana.conversationId());
        assertThat(listed(filter(null, ANA.value().substring(4), null))).containsExactly(ana.conversationId());
        assertThat(listed(filter(null, null, true))).containsExactly(ana.conversationId());
        assertThat(listed(filter(null, null, false))).containsExactlyInAnyOrder(old, ended);
        assertThat(listed(new ConversationFilter(null, whatsApp.id(), null, null, null, now(), null, null, null)))
                .containsExactlyInAnyOrder(ana.conversationId(), ended);
        assertThat(listed(new ConversationFilter(Channel.WHATSAPP, null, null, null, null, null, TestStore.START, null, null)))
                .containsExactly(old);
        assertThat(listed(new ConversationFilter(null, null, null, null, null, null, null, now(), now())))
                .containsExactlyInAnyOrder(ana.conversationId(), ended);
        assertThat(listed(new ConversationFilter(Channel.SMS, null, null, null, null, null, null, null, null))).isEmpty();
    }

    private static ConversationFilter filter(String address, String part, Boolean active) {
        return new ConversationFilter(null, null, address, part, active, null, null, null, null);
    }

    @Test
    void pagesGoThroughConversationsOfTheSameMomentAndBack() {
        for (int i = 0; i < 7; i++) {
            traffic.accept(whatsApp, Traffic.person(i), "1");
        }
        List<Conversation> all = log.conversations(tenant.live(), ANY, PageRequest.first(50), now()).items();

        Page<Conversation> first = log.conversations(tenant.live(), ANY, PageRequest.first(3), now());
        Page<Conversation> second = log.conversations(tenant.live(), ANY, PageRequest.olderThan(key(first.items().getLast()), 3), now());
        Page<Conversation> third = log.conversations(tenant.live(), ANY, PageRequest.olderThan(key(second.items().getLast()), 3), now());
        Page<Conversation> back = log.conversations(tenant.live(), ANY, PageRequest.newerThan(key(third.items().getFirst()), 3), now());

        assertThat(all).hasSize(7);
        assertThat(first).isEqualTo(new Page<>(all.subList(0, 3), true, false));
        assertThat(second).isEqualTo(new Page<>(all.subList(3, 6), true, true));
        assertThat(third).isEqualTo(new Page<>(all.subList(6, 7), false, true));
        assertThat(back).isEqualTo(new Page<>(all.subList(3, 6), true, true));
    }

    private static ConversationKey key(Conversation conversation) {
        return new ConversationKey(conversation.lastActiveAt(), conversation.id());
    }

    @Test
    void aThreadIsEverythingBetweenASenderAndAPersonOnAllChannels() {
        Message in = named(ANA, "wamid.1", "Ana");
        store.clock().advance(Duration.ofMinutes(1));
        Message bySms = traffic.accept(tenant.endpoint(Channel.SMS), ANA, "By SMS");

        ConversationThread thread = log.thread(tenant.live(), in.threadId()).orElseThrow();

        assertThat(bySms.threadId()).isEqualTo(in.threadId());
        assertThat(thread.sender()).isEqualTo(whatsApp.sender());
        assertThat(thread.address()).isEqualTo(ANA);
        assertThat(thread.contactName()).isEqualTo("Ana");
        assertThat(thread.channels()).containsExactlyInAnyOrder(Channel.WHATSAPP, Channel.SMS);
        assertThat(thread.messageCount()).isEqualTo(2);
        assertThat(thread.unreadCount()).isEqualTo(1);
        assertThat(thread.lastActiveAt()).isEqualTo(now());
        assertThat(thread.last().id()).isEqualTo(bySms.id());
        assertThat(thread.last().channel()).isEqualTo(Channel.SMS);
        assertThat(thread.last().text()).isEqualTo("By SMS");
    }

    @Test
    void lookingAtAThreadMakesItSeen() {
        Message in = traffic.receive(whatsApp, ANA, "wamid.1");

        assertThat(log.markThreadSeen(tenant.live(), in.threadId())).isTrue();

        assertThat(log.thread(tenant.live(), in.threadId()).orElseThrow().unreadCount()).isZero();
        assertThat(log.markThreadSeen(tenant.test(), in.threadId())).isFalse();
        assertThat(log.markThreadSeen(tenant.live(), UUID.randomUUID())).isFalse();
    }

    @Test
    void threadsWithoutASenderAreOneForEachPersonToo() {
        Directory directory = store.get(Directory.class);
        Endpoint free = directory.endpointOrSandbox(
                tenant.live(), Channel.SMS, new PhoneNumber("+15550100055"), directory.apps(tenant.live()).getFirst().id());

        UUID first = traffic.accept(free, ANA, "1").threadId();
        UUID second = traffic.accept(free, ANA, "2").threadId();

        assertThat(first).isEqualTo(second);
        assertThat(log.thread(tenant.live(), first).orElseThrow().sender()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ana, 1", "ANA, 1", "cruz, 1", "ana cruz, 1", "cr an, 1", "na, 0", "ruz, 0", "ana ben, 0", "+4915100000001, 1",
        "491510000, 2", "'+49 151', 2", "0000, 0", "%, 0", "ñandú, 1", "_, 0"
    })
    void threadsAreFoundByTheBeginningsOfWords(String search, int expected) {
        named(ANA, "wamid.1", "Ana María Cruz-Ñandú");
        named(Traffic.person(2), "wamid.2", "Ben");

        assertThat(log.threads(tenant.live(), new ThreadFilter(null, null, search), PageRequest.first(10)).items())
                .hasSize(expected);
    }

    @Test
    void threadsAreListedByTheirLastActivityAndFiltered() {
        UUID ana = traffic.accept(whatsApp, ANA, "1").threadId();
        store.clock().advance(Duration.ofMinutes(1));
        UUID ben = traffic.accept(tenant.endpoint(Channel.SMS), Traffic.person(2), "1").threadId();

        assertThat(threads(ANY_THREAD)).containsExactly(ben, ana);
        assertThat(threads(new ThreadFilter(whatsApp.sender(), null, null))).containsExactly(ben, ana);
        assertThat(threads(new ThreadFilter(null, Channel.SMS, null))).containsExactly(ben);
        assertThat(threads(new ThreadFilter(new SenderId(UUID.randomUUID()), null, null))).isEmpty();
    }

    private List<UUID> threads(ThreadFilter filter) {
        return log.threads(tenant.live(), filter, PageRequest.first(10)).items().stream()
                .map(ConversationThread::id)
                .toList();
    }

    @Test
    void anotherScopeSeesNothingOfIt() {
        Message in = traffic.receive(whatsApp, ANA, "wamid.1");
        Tenant other = Tenant.found(store);

        assertThat(new ArrayList<>(List.of(tenant.test(), other.live()))).allSatisfy(scope -> {
            assertThat(log.conversation(scope, in.conversationId())).isEmpty();
            assertThat(log.thread(scope, in.threadId())).isEmpty();
            assertThat(log.conversations(scope, ANY, PageRequest.first(5), now()).items()).isEmpty();
            assertThat(log.conversations(scope, filter(ANA.value(), null, null), PageRequest.first(5), now()).items()).isEmpty();
            assertThat(log.conversations(scope, new ConversationFilter(null, whatsApp.id(), null, null, null, null, null, null, null), PageRequest.first(5), now()).items()).isEmpty();
            assertThat(log.threads(scope, ANY_THREAD, PageRequest.first(5)).items()).isEmpty();
            assertThat(log.threads(scope, new ThreadFilter(whatsApp.sender(), null, null), PageRequest.first(5)).items()).isEmpty();
        });
    }
}
