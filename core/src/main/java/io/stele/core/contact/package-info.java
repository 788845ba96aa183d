/** The people that a project talks with. */
@NullMarked
package io.stele.core.contact;

import org.jspecify.annotations.NullMarked;
