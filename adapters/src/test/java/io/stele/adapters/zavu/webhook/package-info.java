/** Tests of Zavu's webhooks. */
@NullMarked
package io.stele.adapters.zavu.webhook;

import org.jspecify.annotations.NullMarked;
