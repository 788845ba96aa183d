package io.stele.server.store.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement with the values of its question marks, in order. */
public record Query(String sql, List<@Nullable Object> values) {}
