/** What providers tell us: messages from people, receipts, and what the project has read. */
@NullMarked
package io.stele.server.store.inbound;

import org.jspecify.annotations.NullMarked;
