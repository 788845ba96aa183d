package io.stele.graphstub.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the newest values by name; the oldest make room. */
public final class Recent<T> {

    private static final int MOST = 200_000;

    private final Map<String, T> values = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > MOST;
        }
    };

    public synchronized void put(String name, T value) {
        values.put(name, value);
    }

    public synchronized @Nullable T get(String name) {
        return values.get(name);
    }

    public synchronized void clear() {
        values.clear();
    }
}
