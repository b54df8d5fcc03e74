package dev.kindred.reactor.internal.preload;

import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.EntityRowReader;
import dev.kindred.reactor.internal.row.EntityShape;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.transaction.TransactionScope;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities together with the rows joined to them, in the order of the columns in the statement. Confined to one result.
 *
 * @param <E> the entity
 */
final class JoinedReader<E> implements RowReader<E>, JoinedRelation.RelatedReader<E> {

    private final EntityRowReader<E> entities;
    private final List<JoinedRelation<E, ?>> relations = new ArrayList<>();
    private final List<JoinedReader<?>> related = new ArrayList<>();
    private final EntityReads reads;
    private int next;

    /** Reads entities with {@code entities}, and the rows that {@code plan} joins to them from the position {@code offset} on. */
    JoinedReader(EntityReads reads, EntityRowReader<E> entities, PreloadPlan<E> plan, int offset, LoadMode mode) {
        this.reads = reads;
        this.entities = entities;
        this.next = offset;
        plan.joined().forEach(step -> add(step, mode));
    }

    private <R> void add(PreloadStep<E, R> step, LoadMode inherited) {
        LoadMode mode = step.query().modeOr(inherited);
        int offset = next;
        EntityShape<R> shape =
                reads.shape(step.relation().related(), step.query().columns(), offset);
        JoinedReader<R> reader = new JoinedReader<>(
                reads,
                reads.reader(shape, mode),
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

    @Override
    public @Nullable E readIfPresent(Readable row, int ordinal) {
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

    /** Loads the handles with the joined rows: in {@code transaction}, or without one for every subscriber. */
    void remember(@Nullable TransactionScope transaction) {
        related.forEach(reader -> reader.remember(transaction));
        relations.forEach(relation -> relation.remember(transaction));
    }
}
