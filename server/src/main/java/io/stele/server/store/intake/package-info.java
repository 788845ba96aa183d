/** The way in: submissions become messages, in shared commits. */
@NullMarked
package io.stele.server.store.intake;

import org.jspecify.annotations.NullMarked;
