/** What the server offers to whoever runs it: its health, the documents of its APIs, and new projects. */
@NullMarked
package io.stele.server.api.operator;

import org.jspecify.annotations.NullMarked;
