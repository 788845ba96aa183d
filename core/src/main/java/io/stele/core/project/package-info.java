/** Projects, the wall between tenants, and who acts inside one. */
@NullMarked
package io.stele.core.project;

import org.jspecify.annotations.NullMarked;
