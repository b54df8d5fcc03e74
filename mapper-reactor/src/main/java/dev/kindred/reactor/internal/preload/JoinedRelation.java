package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.preload.RelationKey;
import dev.kindred.model.Column;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import dev.kindred.type.SqlType;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one relation out of the rows of its entities, each once however many entities lead to it. Confined to one result.
 *
 * @param <E> the entity that declares the relation
 * @param <R> the related entity
 */
final class JoinedRelation<E, R> {

    private final PreloadStep<E, R> step;
    private final RowReader<R> reader;
    private final SqlType<?> keyType;
    private final int keyIndex;
    private final Map<Object, R> rows = new HashMap<>();
    private final Set<Object> covered = new HashSet<>();
    private final List<RelationHandle<R>> handles = new ArrayList<>();

    /** Reads the columns of {@code step} from {@code offset} on with {@code reader}. */
    JoinedRelation(PreloadStep<E, R> step, RowReader<R> reader, int offset) {
        this.step = step;
        this.reader = reader;
        Column<R, ?> key = step.relation().targetKey().get(0);
        this.keyType = key.type();
        this.keyIndex = offset + step.query().columns().indexOf(key);
    }

    /** Reads what stands in {@code row} beside {@code entity}. */
    void read(E entity, Readable row) {
        if (step.relation().handle(entity) instanceof RelationHandle<?> handle && handle.rawKey() != null) {
            @SuppressWarnings("unchecked") // the member of a relation holds handles of its related entity
            RelationHandle<R> typed = (RelationHandle<R>) handle;
            handles.add(typed);
            Object key = RelationKey.of(handle.rawKey());
            if (covered.add(key) && row.get(keyIndex, keyType.wireType()) != null) {
                R related = reader.read(row);
                if (!key.equals(RelationKey.of(step.relation().targetKey(), related))) {
                    throw EntityLoader.otherKey(step.relation());
                }
                rows.put(key, related);
            }
        }
    }

    /** Remembers what was read, for the given transaction or, without one, for everybody. */
    void remember(@Nullable TransactionScope transaction) {
        Preloader.remember(transaction, handles, Resolution.of(rows, covered));
    }
}
