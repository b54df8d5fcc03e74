/** Renders PostgreSQL's SQL dialect. Read {@link dev.kindred.internal.render.postgres.PostgresRenderer} first. */
@NullMarked
package dev.kindred.internal.render.postgres;

import org.jspecify.annotations.NullMarked;
