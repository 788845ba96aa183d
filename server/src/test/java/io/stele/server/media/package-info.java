@NullMarked
package io.stele.server.media;

import org.jspecify.annotations.NullMarked;
