/** Free-form JSON between the wire's trees and the domain's. */
@NullMarked
package io.stele.adapters.json;

import org.jspecify.annotations.NullMarked;
