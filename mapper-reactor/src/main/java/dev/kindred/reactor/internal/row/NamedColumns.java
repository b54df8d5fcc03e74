package dev.kindred.reactor.internal.row;

import dev.kindred.error.MappingException;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Row;
import java.util.List;

/** Where the columns of a result stand that the user named. */
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

    /** Returns the position of the only column with {@code name}, which {@code target} is read from. */
    int position(String name, String target) {
        int position = names.indexOf(name);
        if (position < 0) {
            throw new MappingException("The SQL gives no column " + name + " for " + target + ". It gives " + names
                    + "; select it, with AS when it has another name.");
        }
        if (position != names.lastIndexOf(name)) {
            throw new MappingException("The SQL gives more than one column " + name + " for " + target
                    + ". Select one of them, or give the others another name with AS.");
        }
        return position;
    }
}
