package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.address.Address;
import io.stele.core.address.BusinessScopedUserId;
import io.stele.core.address.Identity;
import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Endpoint;
import io.stele.core.contact.Contact;
import io.stele.core.contact.ContactBook;
import io.stele.core.conversation.ConversationLog;
import io.stele.core.conversation.ThreadFilter;
import io.stele.core.message.Message;
import io.stele.core.page.PageRequest;
import io.stele.server.store.event.NewEvents;
import io.stele.server.store.people.Meeting;
import io.stele.server.store.people.Talks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person whom a channel knows by several addresses is one contact, in whatever order the addresses are told. */
public abstract class RecognitionContract extends StoreContract {

    private static final PhoneNumber NUMBER = Traffic.person(1);
    private static final BusinessScopedUserId USER = new BusinessScopedUserId("US.13491208655302741918");
    private static final BusinessScopedUserId PARENT = new BusinessScopedUserId("US.ENT.11815799212886844830");

    private Traffic traffic;
    private Endpoint whatsApp;
    private ContactBook book;

    protected RecognitionContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
        book = store.get(ContactBook.class);
    }

    private static Identity identity(@Nullable BusinessScopedUserId user, @Nullable String username) {
        return new Identity(user, null, username);
    }

    /** Meets people in one transaction. */
    private void meet(Meeting... meetings) {
        store.database().write(session -> {
            NewEvents events = new NewEvents();
            Talks talks = Talks.open(session, List.of(meetings), store.clock().instant(), events);
            for (Meeting meeting : meetings) {
                talks.rename(meeting, null, store.clock().instant());
            }
            talks.write();
            events.write(session, store.clock().instant());
            return meetings;
        });
    }

    private Meeting known(Address address, Identity identity) {
        return new Meeting(whatsApp, address, identity);
    }

    private Contact contact(Address address) {
        return book.contact(tenant.live(), address).orElseThrow();
    }

    private void assertOnePerson() {
        assertThat(store.number("select count(*) from contact")).isEqualTo(1);
        assertThat(store.number("select count(*) from correspondence")).isEqualTo(1);
        assertThat(store.number("select count(*) from thread")).isEqualTo(1);
        assertThat(store.number("select count(*) from lane")).isEqualTo(1);
    }

    @Test
    void allThatIsToldOfAStrangerIsTheirs() {
        meet(known(NUMBER, new Identity(USER, PARENT, "ana.m")));

        assertOnePerson();
        assertThat(contact(NUMBER).addresses()).containsExactlyInAnyOrder(NUMBER, USER, PARENT);
        assertThat(contact(USER)).isEqualTo(contact(NUMBER)).isEqualTo(contact(PARENT));
        assertThat(contact(NUMBER).username()).isEqualTo("ana.m");
    }

    @Test
    void whoIsKnownByTheNumberIsRecognisedByTheIdThatWasToldWithIt() {
        meet(known(NUMBER, identity(USER, null)));

        Message byId = traffic.receive(whatsApp, USER, "wamid.1");
        Message byNumber = traffic.accept(whatsApp, NUMBER, "Hi");

        assertOnePerson();
        assertThat(byId.conversationId()).isEqualTo(byNumber.conversationId());
        assertThat(byId.contactId()).isEqualTo(byNumber.contactId());
    }

    @Test
    void whoIsKnownByTheIdIsRecognisedWhenTheNumberIsToldWithIt() {
        Message byId = traffic.receive(whatsApp, USER, "wamid.1");

        meet(known(NUMBER, identity(USER, null)));
        Message byNumber = traffic.accept(whatsApp, NUMBER, "Hi");

        assertOnePerson();
        assertThat(byNumber.contactId()).isEqualTo(byId.contactId());
        assertThat(byNumber.conversationId()).isEqualTo(byId.conversationId());
    }

    @Test
    void whoWasKnownByAnIdIsAddressedByTheNumberOnceItIsTold() {
        traffic.receive(whatsApp, USER, "wamid.1");

        meet(known(NUMBER, identity(USER, null)));

        assertThat(store.column("select address from correspondence")).containsExactly(NUMBER.value());
    }

    @Test
    void anIdThatIsToldLaterIsTheirsToo() {
        traffic.receive(whatsApp, NUMBER, "wamid.1");

        meet(known(NUMBER, identity(USER, null)));

        assertOnePerson();
        assertThat(contact(USER)).isEqualTo(contact(NUMBER));
    }

    @Test
    void aNumberThatIsToldLaterCanBeSearchedFor() {
        traffic.receive(whatsApp, USER, "wamid.1");
        meet(known(NUMBER, identity(USER, null)));

        assertThat(store.get(ConversationLog.class)
                        .threads(
                                tenant.live(),
                                new ThreadFilter(null, null, NUMBER.value().substring(1)),
                                PageRequest.first(10))
                        .items())
                .hasSize(1);
    }

    @Test
    void twoMeetingsOfOnePersonInOneTransactionMakeOneContact() {
        meet(known(NUMBER, identity(USER, null)), known(USER, Identity.UNKNOWN));

        assertOnePerson();
    }

    @Test
    void anAddressOfAnotherStaysTheirs() {
        Message other = traffic.receive(whatsApp, USER, "wamid.1");
        Message ana = traffic.receive(whatsApp, NUMBER, "wamid.2");

        meet(known(NUMBER, identity(USER, null)));

        assertThat(contact(USER).id()).isEqualTo(other.contactId());
        assertThat(contact(NUMBER).id()).isEqualTo(ana.contactId());
    }

    @Test
    void aUsernameThatChangesIsTakenOver() {
        meet(known(NUMBER, identity(USER, "ana.m")));

        meet(known(NUMBER, identity(USER, "ana.maria")));
        assertThat(contact(NUMBER).username()).isEqualTo("ana.maria");

        meet(known(NUMBER, identity(USER, null)));
        assertThat(contact(NUMBER).username()).isEqualTo("ana.maria");
    }

    @Test
    void aPersonWhoIsMetByTwoAddressesAtOnceIsOneContact() {
        for (int round = 0; round < 6; round++) {
            store.erase();
            tenant = Tenant.found(store);
            whatsApp = tenant.whatsApp();
            List<Callable<Object>> works = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "wamid." + i;
                works.add(() -> {
                    meet(known(NUMBER, new Identity(USER, PARENT, null)));
                    return name;
                });
                works.add(() -> {
                    meet(known(USER, identity(PARENT, null)));
                    return name;
                });
                works.add(() -> traffic.receive(whatsApp, USER, name));
            }
            Collections.shuffle(works);

            Together.all(works);

            assertThat(contact(USER)).isEqualTo(contact(NUMBER));
            assertThat(store.number("select count(*) from contact"))
                    .isEqualTo(store.number("select count(distinct contact_id) from contact_address"));
        }
    }

    @Test
    void twoWhoTurnOutToBeOnePersonWhileTheyWriteKeepAllThatTheyWrote() {
        for (int round = 0; round < 6; round++) {
            store.erase();
            tenant = Tenant.found(store);
            whatsApp = tenant.whatsApp();
            List<Callable<Object>> works = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String name = "wamid." + i;
                works.add(() -> traffic.receive(whatsApp, USER, name));
                works.add(() -> traffic.receive(whatsApp, PARENT, "of the parent: " + name));
                works.add(() -> {
                    meet(known(NUMBER, new Identity(USER, PARENT, null)));
                    return name;
                });
            }
            Collections.shuffle(works);

            Together.all(works);

            assertThat(store.number("select count(*) from contact_address")).isEqualTo(3);
            assertThat(store.number("select count(*) from contact"))
                    .isEqualTo(store.number("select count(distinct contact_id) from contact_address"));
            assertThat(store.number("select count(*) from message")).isEqualTo(16);
        }
    }
}
