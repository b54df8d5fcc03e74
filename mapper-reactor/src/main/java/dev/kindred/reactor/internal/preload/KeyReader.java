package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.reactor.internal.row.EntityRowReader;
import dev.kindred.reactor.internal.row.RowDecoding;
import dev.kindred.reactor.internal.row.ValuesReader;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the key by which a row belongs to entities. A key column that the entity of the row selects is decoded once for
 * both. Confined to one result.
 */
final class KeyReader {

    private final EntityRowReader<?> entities;
    private final @Nullable ValuesReader beside;
    private final KeyPositions positions;

    private @Nullable List<@Nullable Object> values;

    /**
     * Reads the key at {@code positions} from rows whose entities {@code entities} reads.
     *
     * @param first the position of the columns that are selected beside the entity
     */
    KeyReader(KeyPositions positions, EntityRowReader<?> entities, int first, RowDecoding decoding) {
        this.entities = entities;
        this.positions = positions;
        this.beside = positions.wanted().isEmpty() ? null : new ValuesReader(positions.wanted(), first, decoding);
    }

    /** Reads the columns beside the entity of {@code row}, which {@code entities} has begun. */
    void begin(Readable row) {
        values = beside == null ? null : beside.read(row).all();
    }

    /** Returns the key of the row that was begun, or null if a part of it is null. */
    @Nullable
    Object key() {
        return key(positions.linked().length == 0 ? positions.columns() : positions.linked());
    }

    /** Returns the primary key of the row that was begun if several entities can share the row, or null. */
    @Nullable
    Object identity() {
        return positions.linked().length == 0 || positions.columns().length == 0 ? null : key(positions.columns());
    }

    private @Nullable Object key(int[] key) {
        if (key.length == 1) {
            @Nullable Object only = part(key[0]);
            return only == null ? null : RelationKey.of(only);
        }
        List<Object> parts = new ArrayList<>(key.length);
        for (int i = 0; i < key.length; i++) {
            @Nullable Object constant = key == positions.columns() ? positions.constant(i) : null;
            @Nullable Object part = constant == null ? part(key[i]) : constant;
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
