package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Directory;
import io.stele.core.channel.Endpoint;
import io.stele.core.channel.EndpointId;
import io.stele.core.channel.SenderId;
import io.stele.core.connection.NewNumber;
import io.stele.core.connection.NumberStore;
import io.stele.core.customer.Customer;
import io.stele.core.customer.CustomerBook;
import io.stele.core.customer.CustomerFilter;
import io.stele.core.identity.KsuidGenerator;
import io.stele.core.project.ProjectId;
import io.stele.core.refusal.RejectedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link CustomerBook}: each project's customers are its own. */
public abstract class CustomerBookContract extends StoreContract {

    private static final CustomerFilter ALL = new CustomerFilter(null, null, null, null);
    private static final Instant THEN = TestStore.START;

    private CustomerBook book;
    private ProjectId project;

    protected CustomerBookContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        book = store.get(CustomerBook.class);
        project = tenant.live().project();
    }

    private static Customer customer(int n, String name, @Nullable String externalId) {
        Instant at = THEN.plusSeconds(n);
        return new Customer(new UUID(0, n), name, externalId, at, at);
    }

    private List<String> names(CustomerFilter filter) {
        return book.customers(project, filter, 0, 10).stream().map(Customer::name).toList();
    }

    private Endpoint connect(Customer customer) {
        return store.get(NumberStore.class)
                .connect(
                        new NewNumber(
                                tenant.live(),
                                "whatsapp",
                                new PhoneNumber("+15550120001"),
                                new Endpoint.WhatsAppNumber("7000001", "800000"),
                                "Support",
                                customer.id(),
                                Map.of()),
                        new EndpointId(store.get(KsuidGenerator.class).next()),
                        new SenderId(UUID.randomUUID()),
                        store.clock().instant())
                .orElseThrow();
    }

    @Test
    void aCustomerIsFoundAsItWasWrittenAndOnlyByItsProject() {
        Customer customer = customer(1, "Bakery", "b-1");

        assertThat(book.add(project, customer)).isEqualTo(customer);

        assertThat(book.customer(project, customer.id())).contains(customer);
        assertThat(book.customer(Tenant.found(store).live().project(), customer.id())).isEmpty();
    }

    @Test
    void customersAreListedNewestFirstAndInParts() {
        for (int n = 1; n <= 3; n++) {
            book.add(project, customer(n, "C" + n, null));
        }

        assertThat(names(ALL)).containsExactly("C3", "C2", "C1");
        assertThat(book.customers(project, ALL, 1, 1)).extracting(Customer::name).containsExactly("C2");
        assertThat(book.count(project, ALL)).isEqualTo(3);
    }

    @Test
    void customersAreFiltered() {
        book.add(project, customer(1, "Bakery 100%", "b-1"));
        book.add(project, customer(2, "Butcher", "b-2"));

        assertThat(names(new CustomerFilter("BAK", null, null, null))).containsExactly("Bakery 100%");
        assertThat(names(new CustomerFilter("%", null, null, null))).containsExactly("Bakery 100%");
        assertThat(names(new CustomerFilter(null, "b-2", null, null))).containsExactly("Butcher");
        assertThat(names(new CustomerFilter(null, null, THEN.plusSeconds(2), null))).containsExactly("Butcher");
        assertThat(names(new CustomerFilter(null, null, null, THEN.plusSeconds(1)))).containsExactly("Bakery 100%");
        assertThat(book.count(project, new CustomerFilter(null, "b-2", null, null))).isEqualTo(1);
    }

    @Test
    void anExternalIdIsOneCustomersOfAProject() {
        book.add(project, customer(1, "Bakery", "b-1"));
        book.add(Tenant.found(store).live().project(), customer(2, "Bakery", "b-1"));
        Customer other = book.add(project, customer(3, "Butcher", null));
        book.add(project, customer(4, "Baker", null));

        assertThatThrownBy(() -> book.add(project, customer(5, "Again", "b-1"))).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> book.change(
                        project, new Customer(other.id(), "Butcher", "b-1", other.createdAt(), THEN.plusSeconds(9))))
                .isInstanceOf(RejectedException.class);

        assertThat(names(ALL)).containsExactly("Baker", "Butcher", "Bakery");
    }

    @Test
    void ofSeveralWithOneExternalIdAtOnceOneIsWritten() {
        List<Boolean> written = Together.all(List.of(attempt(1), attempt(2), attempt(3)));

        assertThat(written).containsExactlyInAnyOrder(true, false, false);
        assertThat(book.count(project, ALL)).isEqualTo(1);
    }

    private Callable<Boolean> attempt(int n) {
        return () -> {
            try {
                book.add(project, customer(n, "C" + n, "same"));
                return true;
            } catch (RejectedException e) {
                return false;
            }
        };
    }

    @Test
    void aCustomerIsChanged() {
        Customer customer = book.add(project, customer(1, "Bakery", "b-1"));
        Customer changed = new Customer(customer.id(), "Baker", null, customer.createdAt(), THEN.plusSeconds(9));

        assertThat(book.change(project, changed)).contains(changed);
        assertThat(book.customer(project, customer.id())).contains(changed);
        assertThat(book.change(project, customer(2, "Nobody", null))).isEmpty();
    }

    @Test
    void aCustomerIsRemovedOnce() {
        Customer customer = book.add(project, customer(1, "Bakery", "b-1"));

        assertThat(book.remove(project, customer.id())).isTrue();
        assertThat(book.remove(project, customer.id())).isFalse();
        assertThat(book.customer(project, customer.id())).isEmpty();
    }

    @Test
    void aCustomerWithAConnectedNumberStays() {
        Customer customer = book.add(project, customer(1, "Bakery", "b-1"));
        Endpoint endpoint = connect(customer);
        assertThat(endpoint.customer()).isEqualTo(customer.id());

        assertThatThrownBy(() -> book.remove(project, customer.id())).isInstanceOf(RejectedException.class);
        assertThat(book.customer(project, customer.id())).contains(customer);

        store.get(NumberStore.class).disconnect(endpoint, store.clock().instant());
        assertThat(book.remove(project, customer.id())).isTrue();
        assertThat(store.get(Directory.class).endpoint(tenant.live(), endpoint.id()).orElseThrow().customer()).isNull();
    }
}
