package io.stele.server.store.sql;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Tells listeners on this node, after a commit, that there is something to do for them. It saves waiting and nothing else: what
 * another node commits has to be looked for from time to time.
 */
@Singleton
public final class Signals {

    private final Map<Signal, List<Runnable>> listeners = new EnumMap<>(Signal.class);

    Signals() {
        for (Signal signal : Signal.values()) {
            listeners.put(signal, new CopyOnWriteArrayList<>());
        }
    }

    /**
     * Runs the listener after each commit that leaves this to do, on the thread that committed; it must be quick and must not
     * throw.
     *
     * @return ends the listening
     */
    public Runnable listen(Signal signal, Runnable listener) {
        List<Runnable> audience = audience(signal);
        audience.add(listener);
        return () -> audience.remove(listener);
    }

    void raise(Collection<Signal> signals) {
        signals.forEach(signal -> audience(signal).forEach(Runnable::run));
    }

    private List<Runnable> audience(Signal signal) {
        return listeners.getOrDefault(signal, List.of());
    }
}
