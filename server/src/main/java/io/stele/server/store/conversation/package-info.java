/** Conversations and threads, read. They are written with the messages that make them. */
@NullMarked
package io.stele.server.store.conversation;

import org.jspecify.annotations.NullMarked;
