/**
 * A real WhatsApp number, tried on a whole server: Graph's stand-in takes what is sent, as strictly as Meta would, and posts what Meta would.
 */
@NullMarked
package io.stele.server.whatsapp;

import org.jspecify.annotations.NullMarked;
