package dev.kindred.internal.sql;

import dev.kindred.internal.sql.RowSource.Arrays;
import dev.kindred.internal.sql.RowSource.Tuples;

/** One method for each kind of {@link RowSource}, so that a new kind does not compile until every visitor handles it. */
public interface RowSourceVisitor<R> {

    /** Visits rows as one array for each column. */
    R arrays(Arrays arrays);

    /** Visits rows as single values. */
    R tuples(Tuples tuples);
}
