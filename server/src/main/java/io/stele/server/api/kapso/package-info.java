/**
 * The Kapso API over HTTP: the proxy under {@code /meta/whatsapp}, in Meta's form, and the platform under
 * {@code /platform/v1}, over the same messages. {@link io.stele.server.api.kapso.KapsoApi} says whose paths and whose
 * envelope; the controllers read, call one use case, and write.
 */
@NullMarked
package io.stele.server.api.kapso;

import org.jspecify.annotations.NullMarked;
