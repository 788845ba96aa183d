/** Zavu's API: its parts by themselves, and over HTTP on a whole server. */
@NullMarked
package io.stele.server.api.zavu;

import org.jspecify.annotations.NullMarked;
