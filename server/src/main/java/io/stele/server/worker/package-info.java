/** Work that nobody waits for: it begins when the server does, and what goes wrong in it is logged and tried again. */
@NullMarked
package io.stele.server.worker;

import org.jspecify.annotations.NullMarked;
