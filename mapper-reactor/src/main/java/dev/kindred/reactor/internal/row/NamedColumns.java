package dev.kindred.reactor.internal.row;

import dev.kindred.error.MappingException;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Row;
import java.util.List;

/** The positions of the columns of raw SQL, by name. */
final class NamedColumns {

    private final List<String> names;

    private NamedColumns(List<String> names) {
        this.names = names;
    }

    static NamedColumns of(Readable row) {
        return new NamedColumns(((Row) row)
                .getMetadata().getColumnMetadatas().stream()
                        .map(ColumnMetadata::getName)
                        .toList());
    }

    /**
     * Returns the position of the column with {@code name}, from which {@code target} is read. The name must be unique.
     */
    int position(String name, String target) {
        int position = names.indexOf(name);
        if (position < 0) {
            throw new MappingException("The SQL returns no column " + name + " for " + target + ". It returns " + names
                    + ". Select the column, with AS if it has another name.");
        }
        if (position != names.lastIndexOf(name)) {
            throw new MappingException("The SQL returns more than one column " + name + " for " + target
                    + ". Select one of them, or rename the others with AS.");
        }
        return position;
    }
}
