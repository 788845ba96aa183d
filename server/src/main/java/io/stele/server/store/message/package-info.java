/**
 * Messages: their rows, the lists of them, and how many there are.
 *
 * <p>Chirp's lists and Kapso's older ones tell with each page how many messages there are in all. Counting them takes as long as there are many: three seconds for ten million. So every transaction that adds messages
 * also says of which sorts, in rows of its own ({@code message_tally}), and the count is the sum of these. A row for each sort that is raised by every transaction would be the one row for which all of them wait.
 * Where a filter asks for more than what makes a sort, for a status or a person, messages are counted one by one, by the index that finds them.
 */
@NullMarked
package io.stele.server.store.message;

import org.jspecify.annotations.NullMarked;
