/**
 * Shows that Stele loses nothing: things are done to it while it works, and then ledgers that were kept outside are compared with what it has.
 */
@NullMarked
package io.stele.proof;

import org.jspecify.annotations.NullMarked;
