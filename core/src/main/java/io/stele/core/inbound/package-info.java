/** What providers tell us: messages from people, receipts for ours, and what else they know of people and templates. */
@NullMarked
package io.stele.core.inbound;

import org.jspecify.annotations.NullMarked;
