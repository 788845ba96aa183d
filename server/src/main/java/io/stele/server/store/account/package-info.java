/** What providers have told of their accounts. */
@NullMarked
package io.stele.server.store.account;

import org.jspecify.annotations.NullMarked;
