package dev.kindred.internal.page;

import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place between two rows of a sorted result, and which way to read from it. Immutable and thread-safe.
 *
 * @param backward whether the rows before it are meant, and not those after it
 * @param values what the row next to it is sorted by
 */
public record Position(boolean backward, List<@Nullable Object> values) {

    public Position {
        values = Collections.unmodifiableList(new ArrayList<>(Checks.notNull(values, "values")));
    }
}
