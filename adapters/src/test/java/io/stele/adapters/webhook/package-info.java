/** What the tests of all webhooks share: events to tell, and the kit that every flavour passes. */
@NullMarked
package io.stele.adapters.webhook;

import org.jspecify.annotations.NullMarked;
