/** What a project has: apps, senders, endpoints and keys. Written rarely, read with every request, and therefore cached. */
@NullMarked
package io.stele.server.store.project;

import org.jspecify.annotations.NullMarked;
