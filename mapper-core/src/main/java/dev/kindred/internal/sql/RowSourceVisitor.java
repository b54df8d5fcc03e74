package dev.kindred.internal.sql;

import dev.kindred.internal.sql.RowSource.Arrays;
import dev.kindred.internal.sql.RowSource.Tuples;

/** One method for each kind of {@link RowSource}. A new kind compiles only when every visitor handles it. */
public interface RowSourceVisitor<R> {

    /** Visits rows that are bound as one array for each column. */
    R arrays(Arrays arrays);

    /** Visits rows that are bound as single values. */
    R tuples(Tuples tuples);
}
