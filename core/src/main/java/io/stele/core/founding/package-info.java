/** How a project comes to be: with its apps, senders, endpoints and keys, all at once. */
@NullMarked
package io.stele.core.founding;

import org.jspecify.annotations.NullMarked;
