/** Providers' accounts, of which endpoints are: what providers tell of them. */
@NullMarked
package io.stele.core.account;

import org.jspecify.annotations.NullMarked;
