/**
 * Secrets at rest: tokens of providers and what webhooks are signed with are kept encrypted, with keys that are not in the database.
 *
 * <p>A sealed secret names the key that it was sealed with, so that keys can be changed: the first of {@code STELE_SECRET_KEY} seals, all of
 * them open. It is bound to the place where it is kept, so that it is worth nothing in another.
 */
@NullMarked
package io.stele.server.secret;

import org.jspecify.annotations.NullMarked;
