/** The address under which every API's links lead to the files that people sent. The link is the key. */
@NullMarked
package io.stele.server.api.media;

import org.jspecify.annotations.NullMarked;
