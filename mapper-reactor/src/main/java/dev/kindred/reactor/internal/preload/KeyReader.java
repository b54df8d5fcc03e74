package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.key.RowKey;
import dev.kindred.internal.query.Columns;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.row.EntityRowReader;
import dev.kindred.reactor.internal.row.RowDecoding;
import dev.kindred.reactor.internal.row.ValuesReader;
import dev.kindred.reactor.internal.row.ValuesReader.Wanted;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key by which a row belongs to entities. A key column that the entity of the row selects is decoded once for
 * both. Confined to one result.
 */
final class KeyReader {

    private final EntityRowReader<?> entities;
    private final @Nullable ValuesReader beside;
    private final int[] columns;
    private final int[] linked;
    /** The parts of the key that no table has, at their positions; null elsewhere. */
    private final @Nullable String[] constants;

    private @Nullable List<@Nullable Object> values;

    /**
     * Reads {@code key} from rows whose entities {@code entities} reads.
     *
     * @param first the position of the columns that are selected beside the entity
     */
    KeyReader(RowKey key, EntityModel<?> model, EntityRowReader<?> entities, int first, RowDecoding decoding) {
        this.entities = entities;
        List<Wanted> wanted = wanted(key);
        this.beside = wanted.isEmpty() ? null : new ValuesReader(wanted, first, decoding);
        this.columns = key.columns().stream()
                .mapToInt(column -> position(key.beside().indexOf(column), column, model))
                .toArray();
        this.constants = key.columns().stream()
                .map(column -> Columns.reference(column).constant())
                .toArray(String[]::new);
        this.linked = IntStream.range(0, key.linked().size())
                .map(i -> -1 - key.beside().size() - i)
                .toArray();
    }

    private static List<Wanted> wanted(RowKey key) {
        List<Wanted> wanted =
                new ArrayList<>(key.beside().stream().map(Wanted::of).toList());
        key.linked().forEach(column -> wanted.add(new Wanted(column.type(), null)));
        return wanted;
    }

    /** A position beside the entity is negative. */
    private static int position(int beside, EntityColumn<?, ?> column, EntityModel<?> model) {
        return beside < 0 ? model.columns().indexOf(column) : -1 - beside;
    }

    /** Reads the columns beside the entity of {@code row}, which {@code entities} has begun. */
    void begin(Readable row) {
        values = beside == null ? null : beside.read(row).all();
    }

    /** Returns the key of the row that was begun, or null if a part of it is null. */
    @Nullable
    Object key() {
        return key(linked.length == 0 ? columns : linked);
    }

    /** Returns the primary key of the row that was begun if several entities can share the row, or null. */
    @Nullable
    Object identity() {
        return linked.length == 0 || columns.length == 0 ? null : key(columns);
    }

    private @Nullable Object key(int[] positions) {
        if (positions.length == 1) {
            @Nullable Object only = part(positions[0]);
            return only == null ? null : RelationKey.of(only);
        }
        List<Object> parts = new ArrayList<>(positions.length);
        for (int i = 0; i < positions.length; i++) {
            @Nullable Object constant = positions == columns ? constants[i] : null;
            @Nullable Object part = constant == null ? part(positions[i]) : constant;
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return RelationKey.of(parts);
    }

    private @Nullable Object part(int position) {
        @Nullable List<@Nullable Object> read = values;
        return position >= 0 || read == null ? entities.key(position) : read.get(-1 - position);
    }
}
