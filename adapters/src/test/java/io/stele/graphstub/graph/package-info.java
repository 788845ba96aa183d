/** The part of the Graph API that WhatsApp's Cloud API stands on. */
@NullMarked
package io.stele.graphstub.graph;

import org.jspecify.annotations.NullMarked;
