package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.key.RowKey;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.row.EntityRowReader;
import dev.kindred.reactor.internal.row.ValuesReader;
import dev.kindred.reactor.internal.row.ValuesReader.Wanted;
import dev.kindred.type.JsonFormat;
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
    private final int[] ordinals;

    /**
     * Reads {@code key} from rows whose entities {@code entities} reads.
     *
     * @param first the position of the columns that are selected beside the entity
     */
    KeyReader(RowKey key, EntityModel<?> model, EntityRowReader<?> entities, int first, JsonFormat json) {
        this.entities = entities;
        List<Wanted> wanted = key.beside().stream().map(Wanted::of).toList();
        this.beside = wanted.isEmpty() ? null : new ValuesReader(wanted, first, json);
        this.ordinals = new int[key.columns().size()];
        for (int i = 0; i < ordinals.length; i++) {
            EntityColumn<?, ?> column = key.columns().get(i);
            int position = key.beside().indexOf(column);
            ordinals[i] = position < 0 ? model.columns().indexOf(column) : -1 - position;
        }
    }

    /** Returns the key of {@code row}, which {@code entities} has begun, or null if a part of it is null. */
    @Nullable
    Object read(Readable row) {
        @Nullable
        List<@Nullable Object> values = beside == null ? null : beside.read(row).all();
        if (ordinals.length == 1) {
            @Nullable Object only = part(0, values);
            return only == null ? null : RelationKey.of(only);
        }
        List<Object> parts = new ArrayList<>(ordinals.length);
        for (int i = 0; i < ordinals.length; i++) {
            @Nullable Object part = part(i, values);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return RelationKey.of(parts);
    }

    private @Nullable Object part(int index, @Nullable List<@Nullable Object> values) {
        int ordinal = ordinals[index];
        return ordinal >= 0 || values == null ? entities.key(ordinal) : values.get(-1 - ordinal);
    }
}
