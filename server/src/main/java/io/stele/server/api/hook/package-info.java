/**
 * Where providers post what they have to tell: {@code /hooks/whatsapp/{endpoint}} for Meta.
 *
 * <p>No key opens these paths: what is posted is signed with a secret of the endpoint, over the bytes as they came. The answer comes after the
 * commit, so that a provider which gets none tells again; being told twice changes nothing. A body is read only for an address that there is, with
 * something that can be a signature, and never more of it than a provider posts at once.
 */
@NullMarked
package io.stele.server.api.hook;

import org.jspecify.annotations.NullMarked;
