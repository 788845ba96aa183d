/** Contacts, read and changed. They are made with the first message to or from them. */
@NullMarked
package io.stele.server.store.contact;

import org.jspecify.annotations.NullMarked;
