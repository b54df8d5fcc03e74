package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.row.EntityRowReader;
import dev.kindred.reactor.internal.row.EntityShape;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities together with the rows that are joined to them, in the order in which the statement lists their columns. Confined to one
 * result.
 *
 * @param <E> the entity
 */
final class JoinedReader<E> implements RowReader<E> {

    private final EntityRowReader<E> entities;
    private final List<JoinedRelation<E, ?>> relations = new ArrayList<>();
    private final List<JoinedReader<?>> related = new ArrayList<>();
    private final EntityLoader loader;
    private int next;

    /** Reads entities with {@code entities} and what {@code plan} joins to them from the position {@code offset} on. */
    JoinedReader(EntityLoader loader, EntityRowReader<E> entities, PreloadPlan<E> plan, int offset, LoadMode mode) {
        this.loader = loader;
        this.entities = entities;
        this.next = offset;
        plan.joined().forEach(step -> add(step, mode));
    }

    private <R> void add(PreloadStep<E, R> step, LoadMode inherited) {
        LoadMode mode = step.query().modeOr(inherited);
        int offset = next;
        EntityShape<R> shape =
                loader.shapes().of(step.relation().related(), step.query().columns(), offset);
        JoinedReader<R> reader = new JoinedReader<>(
                loader,
                loader.reader(shape, mode),
                step.next(),
                offset + step.query().columns().size(),
                mode);
        next = reader.next;
        relations.add(new JoinedRelation<>(step.relation(), reader));
        related.add(reader);
    }

    @Override
    public E read(Readable row) {
        E entity = entities.read(row);
        readBeside(entity, row);
        return entity;
    }

    /** Reads the entity unless its column at {@code ordinal} is null, which is so where no row was joined. */
    @Nullable
    E readIfPresent(Readable row, int ordinal) {
        @Nullable E entity = entities.readIfPresent(row, ordinal);
        if (entity != null) {
            readBeside(entity, row);
        }
        return entity;
    }

    private void readBeside(E entity, Readable row) {
        for (JoinedRelation<E, ?> relation : relations) {
            relation.read(entity, row);
        }
    }

    /** Remembers what was read beside the entities, for the given transaction or, without one, for everybody. */
    void remember(@Nullable TransactionScope transaction) {
        related.forEach(reader -> reader.remember(transaction));
        relations.forEach(relation -> relation.remember(transaction));
    }
}
