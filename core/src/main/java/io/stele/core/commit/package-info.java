/** Group commit: what is to be written at about the same time is written in one transaction; and how much of it there is. */
@NullMarked
package io.stele.core.commit;

import org.jspecify.annotations.NullMarked;
