package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.Contact;
import io.stele.core.contact.ContactBook;
import io.stele.core.contact.ContactChange;
import io.stele.core.contact.ContactFilter;
import io.stele.core.contact.Renaming;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.conversation.ConversationThread;
import io.stele.core.conversation.ThreadFilter;
import io.stele.core.inbound.InboundMessage;
import io.stele.core.message.Context;
import io.stele.core.message.Json;
import io.stele.core.message.Message;
import io.stele.core.message.Text;
import io.stele.core.page.Page;
import io.stele.core.page.PageRequest;
import io.stele.core.refusal.RejectedException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link ContactBook}: who is there, and what the project calls them. */
public abstract class ContactBookContract extends StoreContract {

    private static final PhoneNumber ANA = Traffic.person(1);
    private static final PhoneNumber BEN = Traffic.person(2);
    private static final ContactFilter ANY = new ContactFilter(null, null, null, null, null, null, null, null);

    private ContactBook book;
    private Traffic traffic;
    private Endpoint whatsApp;

    protected ContactBookContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        book = store.get(ContactBook.class);
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
    }

    private Message named(PhoneNumber from, String name) {
        return traffic.receive(new InboundMessage(
                        whatsApp, from, Identity.UNKNOWN, "of " + name, name, Text.of("x"), Context.NONE, null, store.clock().instant(), List.of()))
                .getFirst();
    }

    private List<UUID> listed(ContactFilter filter) {
        Page<Contact> page = book.contacts(tenant.live(), filter, PageRequest.first(50));
        assertThat(book.count(tenant.live(), filter)).isEqualTo(page.items().size());
        return page.items().stream().map(Contact::id).toList();
    }

    @Test
    void aContactComesWithTheFirstMessage() {
        Message message = named(ANA, "Ana");

        Contact contact = book.contact(tenant.live(), ANA).orElseThrow();

        assertThat(contact)
                .isEqualTo(new Contact(
                        message.contactId(), tenant.live(), "Ana", null, null, null, new Json.Members(Map.of()), List.of(ANA),
                        TestStore.START, TestStore.START));
        assertThat(book.contact(tenant.live(), message.contactId())).contains(contact);
    }

    /** Another node writes an SMS to Ana, whom nobody knows, while she writes on WhatsApp. */
    @Test
    void whoIsMetBySmsAndOnWhatsAppAtOnceIsOnWhatsApp() {
        UUID id = UUID.randomUUID();
        String scope = "'" + tenant.live().project().value() + "', 'LIVE', ";
        TestStore.Held sms = store.hold(
                "insert into contact_address (project_id, mode, address_kind, address, contact_id, created_at) values ("
                        + scope + "'PHONE_NUMBER', '" + ANA.value() + "', '" + id + "', current_timestamp)",
                "insert into contact (project_id, mode, id, metadata, whatsapp, name_words, address_words, created_at, updated_at)"
                        + " values (" + scope + "'" + id + "', '{}', false, '', '', current_timestamp, current_timestamp)");

        Together.whileItWaits(store, () -> traffic.receive(whatsApp, ANA, "wamid.1"), sms::close);

        assertThat(listed(ANY)).containsExactly(id);
    }

    /** A colleague gives Ana a name while a message from her brings along another. */
    @Test
    void whoIsNamedByTwoAtOnceIsFoundByBothNames() {
        UUID id = named(ANA, "Ana").contactId();
        TestStore.Held colleague = store.hold(
                "update contact set display_name = 'Boss', name_words = ' ana boss' where id = '" + id + "'");

        Together.whileItWaits(store, () -> named(ANA, "Maria"), colleague::close);

        assertThat(found("maria")).containsExactly(id);
        assertThat(found("boss")).containsExactly(id);
        assertThat(book.contact(tenant.live(), id).orElseThrow().displayName()).isEqualTo("Boss");
    }

    private List<UUID> found(String search) {
        return store.get(ConversationLog.class)
                .threads(tenant.live(), new ThreadFilter(null, null, search), PageRequest.first(5))
                .items()
                .stream()
                .map(ConversationThread::contactId)
                .toList();
    }

    @Test
    void anotherScopeKnowsNobodyOfThem() {
        UUID id = named(ANA, "Ana").contactId();
        Tenant other = Tenant.found(store);

        assertThat(List.of(tenant.test(), other.live())).allSatisfy(scope -> {
            assertThat(book.contact(scope, id)).isEmpty();
            assertThat(book.contact(scope, ANA)).isEmpty();
            assertThat(book.contacts(scope, ANY, PageRequest.first(5)).items()).isEmpty();
            assertThat(book.contacts(scope, new ContactFilter(null, ANA, null, null, null, null, null, null), PageRequest.first(5)).items())
                    .isEmpty();
            assertThat(book.change(scope, id, new ContactChange(new Renaming("x"), null, null), TestStore.START)).isEmpty();
        });
    }

    @Test
    void onlyThoseOnWhatsAppAreListedAndNewestFirst() {
        UUID ana = named(ANA, "Ana").contactId();
        traffic.accept(tenant.endpoint(Channel.SMS), BEN, "x");
        UUID third = named(Traffic.person(3), "Cleo").contactId();

        assertThat(listed(ANY)).containsExactly(third, ana);

        UUID ben = traffic.accept(whatsApp, BEN, "x").contactId();
        assertThat(listed(ANY)).containsExactly(third, ben, ana);
    }

    @Test
    void eachPartOfAFilterNarrowsTheList() {
        UUID ana = named(ANA, "Ana").contactId();
        store.clock().advance(Duration.ofHours(1));
        UUID ben = named(BEN, "Ben 100%").contactId();
        Instant now = store.clock().instant();

        assertThat(listed(new ContactFilter(whatsApp.id(), null, null, null, null, null, null, null))).containsExactly(ben, ana);
        assertThat(listed(new ContactFilter(tenant.endpoint(Channel.SMS).id(), null, null, null, null, null, null, null))).isEmpty();
        assertThat(listed(new ContactFilter(null, ANA, null, null, null, null, null, null))).containsExactly(ana);
        assertThat(listed(new ContactFilter(null, new PhoneNumber("+1"), null, null, null, null, null, null))).isEmpty();
        assertThat(listed(new ContactFilter(null, new BusinessScopedUserId(ANA.value()), null, null, null, null, null, null))).isEmpty();
        assertThat(listed(new ContactFilter(null, null, ANA.value().substring(3), null, null, null, null, null))).containsExactly(ana);
        assertThat(listed(new ContactFilter(null, null, null, "BEN", null, null, null, null))).containsExactly(ben);
        assertThat(listed(new ContactFilter(null, null, null, "0%", null, null, null, null))).containsExactly(ben);
        assertThat(listed(new ContactFilter(null, null, null, null, "c1", null, null, null))).isEmpty();
        assertThat(listed(new ContactFilter(null, null, null, null, null, true, null, null))).isEmpty();
        assertThat(listed(new ContactFilter(null, null, null, null, null, false, null, null))).containsExactly(ben, ana);
        assertThat(listed(new ContactFilter(null, null, null, null, null, null, now, null))).containsExactly(ben);
        assertThat(listed(new ContactFilter(null, null, null, null, null, null, null, TestStore.START))).containsExactly(ana);
    }

    @Test
    void pagesGoThroughAllContactsAndBack() {
        for (int i = 0; i < 5; i++) {
            traffic.accept(whatsApp, Traffic.person(i), "x");
        }
        List<Contact> all = book.contacts(tenant.live(), ANY, PageRequest.first(50)).items();

        Page<Contact> first = book.contacts(tenant.live(), ANY, PageRequest.first(2));
        Page<Contact> second = book.contacts(tenant.live(), ANY, PageRequest.olderThan(all.get(1).id(), 2));
        Page<Contact> back = book.contacts(tenant.live(), ANY, PageRequest.newerThan(all.get(2).id(), 2));

        assertThat(first).isEqualTo(new Page<>(all.subList(0, 2), true, false));
        assertThat(second).isEqualTo(new Page<>(all.subList(2, 4), true, true));
        assertThat(back).isEqualTo(first);
        assertThat(all).allSatisfy(contact -> assertThat(contact.addresses()).hasSize(1));
    }

    @Test
    void aChangeTouchesOnlyWhatItNames() {
        UUID id = named(ANA, "Ana").contactId();
        Instant later = TestStore.START.plusSeconds(10);

        Contact changed = book.change(tenant.live(), id, new ContactChange(null, new Renaming("Ana (VIP)"), null), later).orElseThrow();

        assertThat(changed.profileName()).isEqualTo("Ana");
        assertThat(changed.displayName()).isEqualTo("Ana (VIP)");
        assertThat(changed.name()).isEqualTo("Ana (VIP)");
        assertThat(changed.updatedAt()).isEqualTo(later);
        assertThat(changed.createdAt()).isEqualTo(TestStore.START);
        assertThat(book.contact(tenant.live(), id)).contains(changed);
    }

    @Test
    void aNameIsTakenAway() {
        UUID id = named(ANA, "Ana").contactId();
        book.change(tenant.live(), id, new ContactChange(null, new Renaming("Ana (VIP)"), null), TestStore.START);

        book.change(tenant.live(), id, new ContactChange(new Renaming(null), new Renaming(null), null), TestStore.START);

        assertThat(book.contact(tenant.live(), id)).get().extracting(Contact::name).isNull();
        assertThat(listed(new ContactFilter(null, null, null, "Ana", null, null, null, null))).isEmpty();
    }

    @Test
    void metadataThatWouldGetTooLargeChangeNothing() {
        UUID id = named(ANA, "Ana").contactId();
        book.change(tenant.live(), id, notes("a", 40_000), TestStore.START);

        assertThatThrownBy(() -> book.change(tenant.live(), id, notes("b", 40_000), TestStore.START))
                .isInstanceOf(RejectedException.class);

        assertThat(book.contact(tenant.live(), id).orElseThrow().metadata().members()).containsOnlyKeys("a");
    }

    private static ContactChange notes(String name, int length) {
        return new ContactChange(null, null, new Json.Members(Map.of(name, new Json.Text("x".repeat(length)))));
    }

    @Test
    void metadataIsMergedMemberByMember() {
        UUID id = named(ANA, "Ana").contactId();
        Map<String, Json> first = new LinkedHashMap<>();
        first.put("z", new Json.Number(new BigDecimal("1E+400")));
        first.put("a", new Json.Text("\u0000"));
        book.change(tenant.live(), id, new ContactChange(null, null, new Json.Members(first)), TestStore.START);
        Map<String, Json> second = new LinkedHashMap<>();
        second.put("z", new Json.Null());
        second.put("b", new Json.Truth(true));

        Contact changed = book.change(tenant.live(), id, new ContactChange(null, null, new Json.Members(second)), TestStore.START)
                .orElseThrow();

        assertThat(changed.metadata())
                .isEqualTo(new Json.Members(Map.of("a", new Json.Text("\u0000"), "b", new Json.Truth(true))));
    }

    @Test
    void aNameThatTheProjectGaveStandsBeforeThePersonsOwn() {
        Message message = named(ANA, "Ana");
        book.change(tenant.live(), message.contactId(), new ContactChange(null, new Renaming("Ana (VIP)"), null), TestStore.START);

        assertThat(named(ANA, "Ana M.").contactName()).isEqualTo("Ana (VIP)");
        assertThat(book.contact(tenant.live(), ANA).orElseThrow().profileName()).isEqualTo("Ana M.");
    }

    @Test
    void changesAtOnceAreAllKept() {
        UUID id = named(ANA, "Ana").contactId();

        Together.all(IntStream.range(0, 12)
                .mapToObj(i -> (Callable<Object>) () -> book.change(
                        tenant.live(), id, new ContactChange(null, null, new Json.Members(Map.of("k" + i, new Json.Truth(true)))), TestStore.START))
                .toList());

        assertThat(book.contact(tenant.live(), id).orElseThrow().metadata().members()).hasSize(12);
    }
}
