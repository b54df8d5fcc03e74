/**
 * Queries as immutable data, and their conversion to statements. Read {@link dev.kindred.internal.query.SelectQuery}
 * first.
 */
@NullMarked
package dev.kindred.internal.query;

import org.jspecify.annotations.NullMarked;
