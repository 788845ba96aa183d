/** Transactions, statements and rows: the little that the store adds to JDBC. */
@NullMarked
package io.stele.server.store.sql;

import org.jspecify.annotations.NullMarked;

