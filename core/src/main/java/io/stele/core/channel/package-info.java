/** Channels, and what a project has on them: senders and their endpoints. */
@NullMarked
package io.stele.core.channel;

import org.jspecify.annotations.NullMarked;
