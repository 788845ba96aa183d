package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.Sender;
import io.stele.core.channel.SenderBook;
import io.stele.core.channel.SenderBook.Removal;
import io.stele.core.channel.SenderChange;
import io.stele.core.channel.SenderId;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.Mode;
import io.stele.core.project.Scope;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link SenderBook}: exactly one sender of a scope is the default, and each endpoint is one sender's. */
public abstract class SenderBookContract extends StoreContract {

    private SenderBook book;
    private Directory directory;
    private Scope scope;

    protected SenderBookContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        book = store.get(SenderBook.class);
        directory = store.get(Directory.class);
        scope = tenant.live();
    }

    private Sender sender(Scope of, String name, boolean isDefault) {
        return new Sender(new SenderId(UUID.randomUUID()), of, name, isDefault, TestStore.START);
    }

    private Sender added(String name, boolean isDefault) {
        return book.add(sender(scope, name, isDefault), List.of()).orElseThrow();
    }

    private List<SenderId> defaults() {
        return book.senders(scope).stream().filter(Sender::isDefault).map(Sender::id).toList();
    }

    private Sender first() {
        return book.senders(scope).getFirst();
    }

    private List<EndpointId> endpointsOf(Sender sender) {
        return directory.endpoints(scope).stream()
                .filter(endpoint -> sender.id().equals(endpoint.sender()))
                .map(Endpoint::id)
                .toList();
    }

    @Test
    void aSenderThatIsAddedIsFoundByItsOwnScopeOnly() {
        Sender added = added("Second", false);

        assertThat(added).isEqualTo(new Sender(added.id(), scope, "Second", false, TestStore.START));
        assertThat(book.sender(scope, added.id())).contains(added);
        assertThat(directory.sender(scope, added.id())).contains(added);
        Scope other = new Scope(scope.project(), scope.mode() == Mode.LIVE ? Mode.TEST : Mode.LIVE);
        assertThat(book.sender(other, added.id())).isEmpty();
        assertThat(book.change(other, added.id(), new SenderChange("Mine", true))).isEmpty();
        assertThat(book.remove(other, added.id())).isEqualTo(Removal.UNKNOWN);
        assertThat(book.sender(scope, added.id())).contains(added);
    }

    @Test
    void aNewDefaultTakesOver() {
        Sender added = added("Second", true);

        assertThat(defaults()).containsExactly(added.id());
    }

    @Test
    void aChangeNamesAndPromotes() {
        Sender added = added("Second", false);

        assertThat(book.change(scope, added.id(), new SenderChange("Named", false)))
                .contains(new Sender(added.id(), scope, "Named", false, TestStore.START));
        assertThat(book.change(scope, added.id(), new SenderChange(null, true)))
                .contains(new Sender(added.id(), scope, "Named", true, TestStore.START));
        assertThat(defaults()).containsExactly(added.id());
        assertThat(directory.defaultSender(scope).map(Sender::id)).contains(added.id());
    }

    @Test
    void ofManyThatWantToBeTheDefaultAtOnceOneIs() throws InterruptedException {
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(number -> Thread.ofVirtual().start(() -> added("Sender " + number, true)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(book.senders(scope)).hasSizeGreaterThanOrEqualTo(9);
        assertThat(defaults()).hasSize(1);
    }

    @Test
    void theDefaultStays() {
        Sender one = first();

        assertThat(book.remove(scope, one.id())).isEqualTo(Removal.REFUSED);
        assertThat(book.sender(scope, one.id())).contains(one);
    }

    @Test
    void aRemovedSenderLeavesItsEndpointsToAnother() {
        Sender old = first();
        List<EndpointId> endpoints = endpointsOf(old);
        Sender next = added("Next", true);
        assertThat(book.add(sender(scope, "Early", false), endpoints)).isEmpty();

        assertThat(book.remove(scope, old.id())).isEqualTo(Removal.REMOVED);
        assertThat(directory.endpoints(scope)).allMatch(endpoint -> endpoint.sender() == null);
        Sender heir = book.add(sender(scope, "Heir", false), endpoints).orElseThrow();

        assertThat(endpointsOf(heir)).isEqualTo(endpoints).isNotEmpty();
        assertThat(endpointsOf(next)).isEmpty();
        assertThat(book.senders(scope)).extracting(Sender::name).doesNotContain("Early");
        assertThat(book.remove(scope, old.id())).isEqualTo(Removal.UNKNOWN);
    }

    @Test
    void anEndpointThatIsNotThereIsNobodys() {
        EndpointId nowhere = new EndpointId(store.get(KsuidGenerator.class).next());

        assertThat(book.add(sender(scope, "Lost", false), List.of(nowhere))).isEmpty();
        assertThat(book.senders(scope)).extracting(Sender::name).doesNotContain("Lost");
    }
}
