/** Tests of outgoing requests, against servers on loopback that do what no server should. */
@NullMarked
package io.stele.adapters.http;

import org.jspecify.annotations.NullMarked;
