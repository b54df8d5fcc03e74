package dev.kindred.internal.persist;

import dev.kindred.internal.sql.Statement;
import java.util.List;

/**
 * One statement for some of the rows of a chunk.
 *
 * @param statement the statement
 * @param positions which rows of the chunk it writes, in its order
 */
public record RowBatch(Statement statement, List<Integer> positions) {

    public RowBatch {
        positions = List.copyOf(positions);
    }
}
