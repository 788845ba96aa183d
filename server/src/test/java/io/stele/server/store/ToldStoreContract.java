package io.stele.server.store;

import io.stele.core.address.PhoneNumber;
import io.stele.core.channel.Channel;
import io.stele.core.channel.Endpoint;
import io.stele.core.event.Event;
import io.stele.core.event.EventLog;
import io.stele.core.event.EventNumbering;
import io.stele.core.event.LoggedEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/** A store whose event log is read on, one piece after the other. */
abstract class ToldStoreContract extends StoreContract {

    static final PhoneNumber ANA = Traffic.person(1);

    Traffic traffic;
    Endpoint whatsApp;
    Endpoint sms;
    private long seen;

    ToldStoreContract(Supplier<TestStore> opening) {
        super(opening);
    }

    @BeforeEach
    void ports() {
        traffic = new Traffic(store);
        whatsApp = tenant.whatsApp();
        sms = tenant.endpoint(Channel.SMS);
        seen = 0;
        told();
    }

    /** What has been told since this was last asked. */
    final List<Event> told() {
        store.get(EventNumbering.class).number();
        List<LoggedEvent> logged = store.get(EventLog.class).after(tenant.live(), seen, 1_000);
        seen = logged.isEmpty() ? seen : logged.getLast().position();
        return logged.stream().map(LoggedEvent::event).toList();
    }

    final Instant now() {
        return store.clock().instant();
    }
}
