/** What providers have told of the templates that they hold. */
@NullMarked
package io.stele.server.store.template;

import org.jspecify.annotations.NullMarked;
