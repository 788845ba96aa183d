/**
 * The one way in which Stele makes HTTP requests to addresses that users or providers give. It looks at the address that is really dialled, so
 * that a name which leads somewhere else at the second look-up leads nowhere; it follows no redirect, keeps no cookie, asks no proxy, repeats no
 * request, and ends by its deadline whatever the other side does.
 */
@NullMarked
package io.stele.adapters.http;

import org.jspecify.annotations.NullMarked;
