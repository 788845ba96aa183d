/** What the stand-in does, proved from outside: a process of its own, over sockets, with other code than it is made of. */
@NullMarked
package io.stele.graphstub.spec;

import org.jspecify.annotations.NullMarked;
