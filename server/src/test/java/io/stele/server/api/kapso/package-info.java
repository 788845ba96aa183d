/** The Kapso API: its envelopes, its paging and its lists alone, and its endpoints on a whole server. */
@NullMarked
package io.stele.server.api.kapso;

import org.jspecify.annotations.NullMarked;
