/**
 * Messages: their rows, the lists of them, and how many there are.
 *
 * <p>Chirp's lists and Kapso's older ones tell with each page how many messages there are in all. Counting them takes as long as there are many: three seconds for ten million. So every transaction that adds messages
 * also says of which sorts, in rows of its own ({@code message_tally}), and the count is the sum of these. A row for each sort that is raised by every transaction would be the one row for which all of them wait.
 * Where a filter asks for more than what makes a sort, for a status or a person, messages are counted one by one, as they are found.
 *
 * <p>On PostgreSQL messages are found by their statuses in a table beside them ({@code message_status}), which triggers keep, channel by channel: so those of one that is rare are found among many of another, and a list of all channels is put together. An update writes each index of its table anew, unless it changes nothing that any of them has and
 * its page has room. The status of a message changes three times within a second or two, so no index of the messages has it, and their pages are filled by half. For the same reason the index of what is unread asks for a column
 * that messages of ours never change, and not for the moment of reading. H2 writes only those indexes that change: there the messages have an index by status.
 */
@NullMarked
package io.stele.server.store.message;

import org.jspecify.annotations.NullMarked;
