/** What Meta takes in a message, field by field, and how it says no. */
@NullMarked
package io.stele.graphstub.check;

import org.jspecify.annotations.NullMarked;
