/**
 * What every API has in common on HTTP, once: who is asking ({@link io.stele.server.http.Authentication}), how a body is
 * read ({@link io.stele.server.http.WireReader}), how often one may ask ({@link io.stele.server.http.RateLimit}), and
 * that whatever goes wrong is told in the caller's own envelope ({@link io.stele.server.http.Refusal},
 * {@link io.stele.server.http.ApiFlavour}), never in the framework's.
 */
@NullMarked
package io.stele.server.http;

import org.jspecify.annotations.NullMarked;
