/**
 * What a user writes as a query, as immutable data. Read {@link dev.kindred.query.SelectQuery} first.
 */
@NullMarked
package dev.kindred.query;

import org.jspecify.annotations.NullMarked;
