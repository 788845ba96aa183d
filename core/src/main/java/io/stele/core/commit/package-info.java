/** Group commit: what is to be written at about the same time is written in one transaction. */
@NullMarked
package io.stele.core.commit;

import org.jspecify.annotations.NullMarked;
