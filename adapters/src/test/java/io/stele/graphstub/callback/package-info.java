/** What Meta posts to the business: signed, retried, and recorded. */
@NullMarked
package io.stele.graphstub.callback;

import org.jspecify.annotations.NullMarked;
