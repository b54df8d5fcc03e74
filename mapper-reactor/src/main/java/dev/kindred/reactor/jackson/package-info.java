/**
 * JSON columns through Jackson, for those who have {@code tools.jackson.core:jackson-databind} on their class path.
 * Read {@link dev.kindred.reactor.jackson.JacksonJsonFormat} first.
 */
@NullMarked
package dev.kindred.reactor.jackson;

import org.jspecify.annotations.NullMarked;
