/**
 * What Kapso's webhooks are sent: its own events (contract section 4.4), alone or several at once (section 4.5), and
 * Meta's envelope as Kapso passes it on (section 4.7). Which event it is stands in a header, not in the body.
 */
@NullMarked
package io.stele.contracts.kapso.webhook;

import org.jspecify.annotations.NullMarked;
