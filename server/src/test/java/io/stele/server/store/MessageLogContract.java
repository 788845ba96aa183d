package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.delivery.Claim;
import io.stele.core.delivery.DeliveryQueue;
import io.stele.core.delivery.FailureFollowUp;
import io.stele.core.delivery.Settlement;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.intake.Draft;
import io.stele.core.intake.SenderChoice;
import io.stele.core.intake.Submission;
import io.stele.core.message.ContentKind;
import io.stele.core.message.Context;
import io.stele.core.message.Direction;
import io.stele.core.message.Json;
import io.stele.core.message.Media;
import io.stele.core.message.MediaFile;
import io.stele.core.message.MediaKind;
import io.stele.core.message.Message;
import io.stele.core.message.MessageFilter;
import io.stele.core.message.MessageId;
import io.stele.core.message.MessageLog;
import io.stele.core.message.MessageReference;
import io.stele.core.message.Reaction;
import io.stele.core.message.Status;
import io.stele.core.message.Text;
import io.stele.core.message.Unsupported;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.project.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link MessageLog}: which messages are found, in what pages, and by whom. */
public abstract class MessageLogContract extends StoreContract {

    private static final PhoneNumber ANA = Traffic.person(1);
    private static final PhoneNumber BEN = Traffic.person(2);

    private MessageLog log;
    private Traffic traffic;
    private Endpoint whatsApp;

    protected MessageLogContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        log = store.get(MessageLog.class);
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
    }

    /** A filter to be filled in part by part. */
    private static final class Filter {
        private Channel channel;
        private EndpointId endpoint;
        private AppId app;
        private UUID thread;
        private UUID conversation;
        private Direction direction;
        private Set<Status> statuses = Set.of();
        private Set<ContentKind> kinds = Set.of();
        private String unsupported;
        private Address to;
        private Address person;
        private String contact;
        private Boolean media;
        private Instant since;
        private Instant until;

        MessageFilter build() {
            return new MessageFilter(
                    channel, endpoint, app, thread, conversation, direction, statuses, kinds, unsupported, to,
                    person, contact, media, since, until, false);
        }
    }

    private static MessageFilter filter(Consumer<Filter> parts) {
        Filter filter = new Filter();
        parts.accept(filter);
        return filter.build();
    }

    private List<Message> found(MessageFilter filter) {
        List<Message> found = log.messages(tenant.live(), filter, PageRequest.first(100)).items();
        assertThat(log.count(tenant.live(), filter)).isEqualTo(found.size());
        return found;
    }

    private List<Message> accept(int howMany) {
        return IntStream.range(0, howMany)
                .mapToObj(i -> traffic.accept(whatsApp, Traffic.person(i % 3), "n" + i))
                .toList();
    }

    @Test
    void anotherScopesMessageIsNeverFound() {
        Message message = traffic.receive(whatsApp, ANA, "wamid.1");
        Tenant other = Tenant.found(store);

        assertThat(List.of(tenant.test(), other.live(), other.test())).allSatisfy(scope -> {
            assertThat(log.message(scope, message.id())).isEmpty();
            assertThat(log.messageOfProvider(scope, "wamid.1")).isEmpty();
            assertThat(log.messages(scope, MessageFilter.ALL, PageRequest.first(5)).items()).isEmpty();
            assertThat(log.messages(scope, filter(f -> f.endpoint = whatsApp.id()), PageRequest.first(5)).items()).isEmpty();
            assertThat(log.messages(scope, filter(f -> f.conversation = message.conversationId()), PageRequest.first(5)).items())
                    .isEmpty();
            assertThat(log.messages(scope, filter(f -> f.thread = message.threadId()), PageRequest.first(5)).items()).isEmpty();
            assertThat(log.messages(scope, filter(f -> f.to = whatsApp.address()), PageRequest.first(5)).items()).isEmpty();
            assertThat(log.count(scope, MessageFilter.ALL)).isZero();
        });
    }

    @Test
    void ofTwoMessagesWithOneNameTheNewestIsFound() {
        traffic.receive(whatsApp, ANA, "same");
        Message newer = traffic.receive(tenant.endpoint(Channel.SMS), ANA, "same");

        assertThat(log.messageOfProvider(tenant.live(), "same")).contains(newer);
    }

    @Test
    void whatNobodyWroteIsNotFound() {
        assertThat(log.message(tenant.live(), traffic.newId())).isEmpty();
        assertThat(log.messageOfProvider(tenant.live(), "nothing")).isEmpty();
        assertThat(log.messageOfProvider(tenant.live(), "no\u0000thing")).isEmpty();
        assertThat(found(MessageFilter.ALL)).isEmpty();
    }

    @Test
    void newestComesFirst() {
        List<Message> messages = accept(5);

        assertThat(found(MessageFilter.ALL)).containsExactlyElementsOf(messages.reversed());
    }

    @Test
    void eachPartOfAFilterNarrowsTheList() {
        Endpoint sms = tenant.endpoint(Channel.SMS);
        Message in = traffic.receive(whatsApp, ANA, "wamid.1");
        Message out = traffic.accept(whatsApp, ANA, "out");
        Message toBen = traffic.accept(whatsApp, BEN, "out");
        Message bySms = traffic.accept(sms, ANA, "sms");
        Message picture = Traffic.accepted(traffic.write(traffic.submission(
                        whatsApp, ANA, Media.of(MediaKind.IMAGE, MediaFile.ofId("1"))))
                .getFirst());

        assertThat(found(filter(f -> f.channel = Channel.SMS))).containsExactly(bySms);
        assertThat(found(filter(f -> f.channel = Channel.WHATSAPP))).containsExactly(picture, toBen, out, in);
        assertThat(found(filter(f -> f.endpoint = sms.id()))).containsExactly(bySms);
        assertThat(found(filter(f -> f.app = whatsApp.app()))).containsExactly(picture, toBen, out, in);
        assertThat(found(filter(f -> f.thread = in.threadId()))).containsExactly(picture, bySms, out, in);
        assertThat(found(filter(f -> f.conversation = toBen.conversationId()))).containsExactly(toBen);
        assertThat(found(filter(f -> f.direction = Direction.INBOUND))).containsExactly(in);
        assertThat(found(filter(f -> f.statuses = Set.of(Status.RECEIVED)))).containsExactly(in);
        assertThat(found(filter(f -> f.statuses = Set.of(Status.RECEIVED, Status.QUEUED))))
                .containsExactly(picture, bySms, toBen, out, in);
        assertThat(found(filter(f -> f.kinds = Set.of(ContentKind.IMAGE, ContentKind.VIDEO)))).containsExactly(picture);
        assertThat(found(filter(f -> f.to = BEN))).containsExactly(toBen);
        assertThat(found(filter(f -> f.to = whatsApp.address()))).containsExactly(in);
        assertThat(found(filter(f -> f.contact = BEN.value().substring(5)))).containsExactly(toBen);
        assertThat(found(filter(f -> f.contact = "%"))).isEmpty();
        assertThat(found(filter(f -> f.person = BEN))).containsExactly(toBen);
        assertThat(found(filter(f -> f.person = ANA))).containsExactly(picture, bySms, out, in);
        assertThat(found(filter(f -> f.person = new BusinessScopedUserId(BEN.value())))).isEmpty();
        assertThat(found(filter(f -> {
                    f.person = BEN;
                    f.contact = ANA.digits();
                })))
                .isEmpty();
        assertThat(found(filter(f -> f.media = true))).containsExactly(picture);
        assertThat(found(filter(f -> f.media = false))).containsExactly(bySms, toBen, out, in);
    }

    @Test
    void aPersonIsFoundByTheAddressThatWasUsed() {
        BusinessScopedUserId id = new BusinessScopedUserId("US.1001");
        Message byId = traffic.accept(whatsApp, id, "by id");
        traffic.accept(whatsApp, new BusinessScopedUserId("US.10011"), "longer");
        traffic.accept(whatsApp, ANA, "by number");

        assertThat(found(filter(f -> f.person = id))).containsExactly(byId);
        assertThat(found(filter(f -> f.person = new BusinessScopedUserId("us.1001")))).isEmpty();
        assertThat(found(filter(f -> f.person = new BusinessScopedUserId("")))).isEmpty();
    }

    @Test
    void whatIsUnsupportedIsFoundByTheProvidersWord() {
        Message text = traffic.accept(whatsApp, ANA, "out");
        Message pin = traffic.receive(said("wamid.1", "pin")).getFirst();
        Message pinned = traffic.receive(said("wamid.2", "pinned")).getFirst();
        Message odd = traffic.receive(said("wamid.3", "p_n\",\"%")).getFirst();

        assertThat(found(filter(f -> f.unsupported = "pin"))).containsExactly(pin);
        assertThat(found(filter(f -> f.unsupported = "PIN"))).isEmpty();
        assertThat(found(filter(f -> f.unsupported = "p_n"))).isEmpty();
        assertThat(found(filter(f -> f.unsupported = "%"))).isEmpty();
        assertThat(found(filter(f -> f.unsupported = "p_n\",\"%"))).containsExactly(odd);
        assertThat(found(filter(f -> {
                    f.kinds = Set.of(ContentKind.TEXT);
                    f.unsupported = "pinned";
                })))
                .containsExactly(pinned, text);
    }

    private InboundMessage said(String provider, String kind) {
        return new InboundMessage(
                whatsApp, ANA, Identity.UNKNOWN, provider, null, new Unsupported(kind, new Json.Members(Map.of("pin", new Json.Null()))),
                Context.NONE, null, store.clock().instant(), List.of());
    }

    @Test
    void thePartsOfAFilterHoldTogether() {
        Message out = traffic.accept(whatsApp, ANA, "out");
        traffic.accept(whatsApp, BEN, "out");
        traffic.receive(whatsApp, ANA, "wamid.1");

        assertThat(found(new MessageFilter(
                        Channel.WHATSAPP, whatsApp.id(), whatsApp.app(), out.threadId(), out.conversationId(), Direction.OUTBOUND,
                        Set.of(Status.QUEUED), Set.of(ContentKind.TEXT), null, ANA, ANA, ANA.digits(), false,
                        TestStore.START, TestStore.START, false)))
                .containsExactly(out);
    }

    @Test
    void anAppWithoutEndpointsHasNoMessages() {
        accept(2);

        assertThat(found(filter(f -> f.app = new AppId(traffic.newId().value())))).isEmpty();
        assertThat(log.messages(tenant.live(), filter(f -> f.app = new AppId(traffic.newId().value())), PageRequest.first(5)))
                .isEqualTo(new Page<>(List.of(), false, false));
    }

    @Test
    void theMessagesOfAnAppWithSeveralEndpointsAreOneList() {
        Endpoint second = store.get(Directory.class)
                .endpointOrSandbox(tenant.live(), Channel.WHATSAPP, new PhoneNumber("+15550100077"), whatsApp.app());
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            messages.add(traffic.accept(i % 2 == 0 ? whatsApp : second, ANA, "n" + i));
        }
        MessageFilter ofApp = filter(f -> f.app = whatsApp.app());

        assertThat(found(ofApp)).containsExactlyElementsOf(messages.reversed());
        Page<Message> page = log.messages(tenant.live(), ofApp, PageRequest.olderThan(messages.get(4).id(), 3));
        assertThat(page).isEqualTo(new Page<>(messages.subList(1, 4).reversed(), true, true));
    }

    @Test
    void sinceAndUntilIncludeTheirMoments() {
        Message first = traffic.accept(whatsApp, ANA, "1");
        store.clock().advance(Duration.ofMinutes(1));
        Message second = traffic.accept(whatsApp, ANA, "2");
        store.clock().advance(Duration.ofMinutes(1));
        Message third = traffic.accept(whatsApp, ANA, "3");

        assertThat(found(filter(f -> f.since = second.createdAt()))).containsExactly(third, second);
        assertThat(found(filter(f -> f.until = second.createdAt()))).containsExactly(second, first);
        assertThat(found(filter(f -> f.since = Instant.parse("0001-01-01T00:00:00Z")))).hasSize(3);
        assertThat(found(filter(f -> f.since = Instant.parse("9999-01-01T00:00:00Z")))).isEmpty();
    }

    /** Whoever asks for what has come since the last time gets also what a provider kept back for hours. */
    @Test
    void sinceAndUntilAreAboutTheMomentAtWhichAProvidersMessageCame() {
        Instant sent = store.clock().instant();
        store.clock().advance(Duration.ofHours(2));
        Instant before = store.clock().instant();
        store.clock().advance(Duration.ofMinutes(1));
        Message late = traffic.receive(new InboundMessage(
                        whatsApp, ANA, Identity.UNKNOWN, null, "wamid.late", null, Text.of("Late"), Context.NONE, null, sent,
                        List.of()))
                .getFirst();

        assertThat(found(filter(f -> f.since = before))).containsExactly(late);
        assertThat(found(filter(f -> f.until = before))).isEmpty();
    }

    @Test
    void pagesGoThroughTheWholeListAndBack() {
        List<Message> all = accept(7).reversed();

        Page<Message> first = log.messages(tenant.live(), MessageFilter.ALL, PageRequest.first(3));
        Page<Message> second = log.messages(tenant.live(), MessageFilter.ALL, PageRequest.olderThan(last(first), 3));
        Page<Message> third = log.messages(tenant.live(), MessageFilter.ALL, PageRequest.olderThan(last(second), 3));
        Page<Message> back = log.messages(tenant.live(), MessageFilter.ALL, PageRequest.newerThan(third.items().getFirst().id(), 3));
        Page<Message> top = log.messages(tenant.live(), MessageFilter.ALL, PageRequest.newerThan(back.items().getFirst().id(), 3));

        assertThat(first).isEqualTo(new Page<>(all.subList(0, 3), true, false));
        assertThat(second).isEqualTo(new Page<>(all.subList(3, 6), true, true));
        assertThat(third).isEqualTo(new Page<>(all.subList(6, 7), false, true));
        assertThat(back).isEqualTo(new Page<>(all.subList(3, 6), true, true));
        assertThat(top).isEqualTo(new Page<>(all.subList(0, 3), true, false));
    }

    @Test
    void aPageThatIsExactlyFullSaysThatNothingFollows() {
        accept(3);

        assertThat(log.messages(tenant.live(), MessageFilter.ALL, PageRequest.first(3)).older()).isFalse();
    }

    @Test
    void beyondTheLastRowAPageIsEmpty() {
        Message oldest = accept(2).getFirst();

        assertThat(log.messages(tenant.live(), MessageFilter.ALL, PageRequest.olderThan(oldest.id(), 3)))
                .isEqualTo(new Page<>(List.of(), false, true));
    }

    @Test
    void rowsThatComeBetweenTwoPagesMoveNothing() {
        List<Message> before = accept(4).reversed();
        Page<Message> first = log.messages(tenant.live(), MessageFilter.ALL, PageRequest.first(2));
        Message between = traffic.accept(whatsApp, ANA, "between");

        Page<Message> second = log.messages(tenant.live(), MessageFilter.ALL, PageRequest.olderThan(last(first), 2));

        assertThat(second.items()).containsExactlyElementsOf(before.subList(2, 4));
        assertThat(log.messages(tenant.live(), MessageFilter.ALL, PageRequest.newerThan(before.getFirst().id(), 2)))
                .isEqualTo(new Page<>(List.of(between), true, false));
    }

    @Test
    void rowsCanBeSkipped() {
        List<Message> all = accept(5).reversed();

        assertThat(log.messages(tenant.live(), MessageFilter.ALL, PageRequest.skipping(2, 2)))
                .isEqualTo(new Page<>(all.subList(2, 4), true, true));
        assertThat(log.messages(tenant.live(), MessageFilter.ALL, PageRequest.skipping(4, 2)))
                .isEqualTo(new Page<>(all.subList(4, 5), false, true));
        assertThat(log.messages(tenant.live(), MessageFilter.ALL, PageRequest.skipping(9, 2)).items()).isEmpty();
    }

    @Test
    void aReferenceGetsTheNameThatItsMessageWasGivenLater() {
        Message quoted = traffic.accept(whatsApp, ANA, "first");
        Context context = Context.answering(Context.Quote.of(MessageReference.to(quoted)));
        Message quoting = Traffic.accepted(traffic.write(new Submission(
                        traffic.newId(), tenant.live(),
                        Draft.of(
                                new SenderChoice.Default(), ANA, null,
                                new Reaction(MessageReference.to(quoted), "👍")),
                        context, List.of(whatsApp), store.clock().instant()))
                .getFirst());
        DeliveryQueue queue = store.get(DeliveryQueue.class);
        Claim claim = queue.claim(DeliveryContract.room(1), TestStore.START, Duration.ofSeconds(30)).getFirst();
        queue.settle(List.of(new Settlement.Sent(claim, "wamid.named", TestStore.START)), FailureFollowUp.NONE, TestStore.START);

        MessageReference named = new MessageReference(quoted.id(), Direction.OUTBOUND, "wamid.named");
        assertThat(log.message(tenant.live(), quoting.id()).orElseThrow().context().quote().message()).isEqualTo(named);
        assertThat(found(filter(f -> f.kinds = Set.of(ContentKind.REACTION))))
                .extracting(Message::content)
                .containsExactly(new Reaction(named, "👍"));
        assertThat(queue.claim(DeliveryContract.room(1), TestStore.START, Duration.ofSeconds(30)).getFirst().dispatch().message().content())
                .isEqualTo(new Reaction(named, "👍"));
    }

    private static MessageId last(Page<Message> page) {
        return page.items().getLast().id();
    }
}
