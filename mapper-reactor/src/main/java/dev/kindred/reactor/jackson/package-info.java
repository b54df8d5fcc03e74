/**
 * JSON through Jackson. Needs {@code tools.jackson.core:jackson-databind} on the class path.
 * Read {@link dev.kindred.reactor.jackson.JacksonJsonFormat} first.
 */
@NullMarked
package dev.kindred.reactor.jackson;

import org.jspecify.annotations.NullMarked;
