/** What the nodes on one database share as a secret. */
@NullMarked
package io.stele.server.store.secret;

import org.jspecify.annotations.NullMarked;
