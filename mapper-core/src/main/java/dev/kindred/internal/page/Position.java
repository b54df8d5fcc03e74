package dev.kindred.internal.page;

import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A position between two rows of a sorted result, with a reading direction. Immutable and thread-safe.
 *
 * @param backward whether to read the rows before the position instead of those after it
 * @param values the sort values of the adjacent row
 */
public record Position(boolean backward, List<@Nullable Object> values) {

    public Position {
        values = Collections.unmodifiableList(new ArrayList<>(Checks.notNull(values, "values")));
    }
}
