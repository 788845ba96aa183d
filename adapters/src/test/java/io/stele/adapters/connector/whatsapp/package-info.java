/** Tests of the WhatsApp connector, before a stand-in for Graph that is a process of its own. */
@NullMarked
package io.stele.adapters.connector.whatsapp;

import org.jspecify.annotations.NullMarked;
