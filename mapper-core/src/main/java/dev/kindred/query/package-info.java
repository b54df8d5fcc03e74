/**
 * The steps of a query and the results that it returns. Read {@link dev.kindred.query.QuerySteps} first.
 */
@NullMarked
package dev.kindred.query;

import org.jspecify.annotations.NullMarked;
