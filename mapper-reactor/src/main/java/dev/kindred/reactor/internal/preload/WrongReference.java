package dev.kindred.reactor.internal.preload;

import dev.kindred.error.MappingException;
import dev.kindred.error.UnknownTypeException;
import dev.kindred.internal.sql.OneOfParts;

/** Why the related row of a relation to one of several types is not known. Thread-safe: it has no state. */
final class WrongReference {

    private WrongReference() {}

    /**
     * The column has the name of a type that the relation does not have.
     *
     * @param type the name
     */
    record UnknownType(OneOfParts relation, String type) implements KeyResolver.Reason {

        @Override
        public UnknownTypeException error() {
            String column = relation.type() == null ? "" : relation.type().name();
            return new UnknownTypeException(
                    "Cannot load " + relation.relation() + ": the column " + column + " has the unknown type '" + type
                            + "'. The known types are " + relation.names() + ". Correct the row, or add the type to"
                            + " names of @BelongsToOneOf.",
                    type);
        }
    }

    /** The row has more than one key. */
    record SeveralKeys(OneOfParts relation) implements KeyResolver.Reason {

        @Override
        public MappingException error() {
            return new MappingException("Cannot load " + relation.relation() + ": more than one of the columns "
                    + relation.keys().stream().map(key -> key.name()).toList()
                    + " has a value, so the row references several rows. Correct the row, and create the check that"
                    + " schema(..).verify() names.");
        }
    }
}
