/**
 * The development console: the last requests of a WebFlux application with their statements, the pool, the entities,
 * and the differences between entities and database. Read
 * {@link dev.kindred.spring.boot.console.ConsoleAutoConfiguration} first.
 */
@NullMarked
package dev.kindred.spring.boot.console;

import org.jspecify.annotations.NullMarked;
