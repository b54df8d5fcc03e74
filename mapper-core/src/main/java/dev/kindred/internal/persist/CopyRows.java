package dev.kindred.internal.persist;

import dev.kindred.internal.sql.CopyIn;
import dev.kindred.internal.sql.Expression.Parameter;
import java.util.List;

/**
 * New rows and the COPY statement that inserts them.
 *
 * @param statement the statement
 * @param rows the rows, each with a value for each column of the statement
 */
public record CopyRows(CopyIn statement, List<List<Parameter>> rows) {

    public CopyRows {
        rows = List.copyOf(rows);
    }
}
