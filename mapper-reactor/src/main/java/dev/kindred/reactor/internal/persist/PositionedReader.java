package dev.kindred.reactor.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.execute.StatementExecutor;
import dev.kindred.reactor.internal.read.EntityReads;
import dev.kindred.reactor.internal.row.EntityRowReader;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.internal.shared.Answer;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the written rows of a shared statement. The rows are stored, so an error of one concerns its caller alone.
 * Confined to one result.
 */
final class PositionedReader<E> implements RowReader<PositionedRow<E>> {

    private final @Nullable EntityRowReader<E> entities;
    private final int position;

    /** Reads the position after the columns of an entity, or alone. */
    PositionedReader(EntityModel<E> model, EntityReads reads, boolean hasEntity) {
        this.entities = hasEntity ? reads.readerOfEach(reads.shape(model, model.columns(), 0), reads.mode()) : null;
        this.position = hasEntity ? model.columns().size() : 0;
    }

    @Override
    public PositionedRow<E> read(Readable row) {
        long number = Objects.requireNonNull(row.get(position, Long.class));
        return new PositionedRow<>(Math.toIntExact(number), answer(row));
    }

    private Answer<RowOutcome<E>> answer(Readable row) {
        @Nullable EntityRowReader<E> reader = entities;
        if (reader == null) {
            return new Answer.Value<>(new RowOutcome<>(1, null));
        }
        try {
            return new Answer.Value<>(new RowOutcome<>(1, StatementExecutor.mapped(reader, row)));
        } catch (MappingException e) {
            return new Answer.Failure<>(e);
        }
    }
}
