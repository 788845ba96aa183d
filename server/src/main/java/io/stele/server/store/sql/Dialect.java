package io.stele.server.store.sql;

import org.jspecify.annotations.Nullable;

/** In what the databases differ, where one statement cannot serve both. */
public enum Dialect {
    H2 {
        @Override
        public String using(@Nullable String index) {
            return index == null ? "" : " use index (" + index + ")";
        }
    },
    POSTGRESQL {
        @Override
        public String using(@Nullable String index) {
            return "";
        }
    };

    /** The dialect of the database with this JDBC URL. */
    public static Dialect of(String url) {
        return url.startsWith("jdbc:postgresql:") ? POSTGRESQL : H2;
    }

    /** Makes H2 take the index. PostgreSQL knows by itself, from its statistics. */
    public abstract String using(@Nullable String index);
}
