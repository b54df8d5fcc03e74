package dev.kindred.internal.model;

import dev.kindred.internal.sql.OneOfParts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The handle of one type of a relation to one of several types. */
public interface TypedHandle {

    /**
     * Returns the member of an entity for all types.
     *
     * @param relation the relation to one of several types
     * @param type the value of its type column, or null
     * @param all the handles of its types, in their order; this one is the first
     */
    HandleOfTypes together(OneOfParts relation, @Nullable Object type, List<TypedHandle> all);
}
