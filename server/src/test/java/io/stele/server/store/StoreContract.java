package io.stele.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What the store guarantees, whatever database it stands on. There is a class for each port; each is run on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoreContract {

    private final Supplier<TestStore> opening;
    protected TestStore store;
    protected Tenant tenant;

    protected StoreContract(Supplier<TestStore> opening) {
        this.opening = opening;
    }

    @BeforeAll
    void open() {
        store = opening.get();
    }

    @BeforeEach
    void begin() {
        store.erase();
        tenant = Tenant.found(store);
    }

    /** However many transactions were under way at once, none waited for another in a circle. */
    @AfterAll
    void close() {
        store.close();
        assertThat(store.deadlocks()).as("deadlocks").isZero();
    }
}
