/** JSON as plain maps, lists, texts, numbers and truth values. */
@NullMarked
package io.stele.graphstub.json;

import org.jspecify.annotations.NullMarked;
