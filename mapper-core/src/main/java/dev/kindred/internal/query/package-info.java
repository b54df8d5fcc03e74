/**
 * Queries as immutable data, and the statements that they become. Read {@link dev.kindred.internal.query.SelectQuery}
 * first.
 */
@NullMarked
package dev.kindred.internal.query;

import org.jspecify.annotations.NullMarked;
