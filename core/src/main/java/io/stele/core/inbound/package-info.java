/** What providers tell us: messages from people, and receipts for ours. */
@NullMarked
package io.stele.core.inbound;

import org.jspecify.annotations.NullMarked;
