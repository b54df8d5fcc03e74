package dev.kindred.reactor.internal.row;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import io.r2dbc.spi.Readable;
import org.jspecify.annotations.Nullable;

/** Builds the entities of a result of raw SQL. Confined to that result. */
public final class NamedRowReader<E> implements RowReader<E> {

    private final EntityModel<E> model;
    private final RowDecoding decoding;
    private final HandleSource<E> handles;
    private @Nullable RowReader<E> reader;

    /** Creates a reader of entities of {@code model}. */
    public NamedRowReader(EntityModel<E> model, RowDecoding decoding, HandleSource<E> handles) {
        this.model = model;
        this.decoding = decoding;
        this.handles = handles;
    }

    @Override
    public E read(Readable row) {
        RowReader<E> known = reader;
        if (known == null) {
            known = new EntityRowReader<>(shape(row), decoding, handles);
            reader = known;
        }
        return known.read(row);
    }

    private EntityShape<E> shape(Readable row) {
        NamedColumns columns = NamedColumns.of(row);
        return EntityShape.at(
                model,
                model.columns().stream()
                        .mapToInt(column -> position(columns, column))
                        .toArray());
    }

    private static int position(NamedColumns columns, EntityColumn<?, ?> column) {
        return columns.position(Nodes.of(column).name().column(), column.toString());
    }
}
