/**
 * Transactions, statements and rows: the little that the store adds to JDBC.
 *
 * <p>What H2 (2.3.232) does with a statement that PostgreSQL takes without harm, each found by measuring, and where it is seen to:
 *
 * <ul>
 *   <li>A list of keys of several columns is looked up by the first column alone: {@link io.stele.server.store.sql.Keys}.
 *   <li>Rows that are ordered, limited and locked are all locked before the first is taken: {@link io.stele.server.store.sql.FirstRows}.
 *   <li>Each block of numbers of an identity column, 32 unless told otherwise, is a commit of its own: the migrations make them larger.
 *   <li>A commit is not all or nothing while another transaction is ending and the process dies: {@link io.stele.server.store.sql.WriteTurn}. Since nobody
 *       writes beside another, what comes in together is written together: {@link io.stele.server.store.sql.Database#writersAtOnce}.
 * </ul>
 */
@NullMarked
package io.stele.server.store.sql;

import org.jspecify.annotations.NullMarked;
