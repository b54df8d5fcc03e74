package dev.kindred.internal.persist;

import dev.kindred.internal.sql.Statement;
import java.util.List;

/**
 * One statement for some of the rows of a chunk.
 *
 * @param statement the statement
 * @param positions the positions in the chunk of the rows that it writes, in the order of the statement
 */
public record RowBatch(Statement statement, List<Integer> positions) {

    public RowBatch {
        positions = List.copyOf(positions);
    }
}
