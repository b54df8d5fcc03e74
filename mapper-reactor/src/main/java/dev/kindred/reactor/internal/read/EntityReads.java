package dev.kindred.reactor.internal.read;

import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.sql.Select;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.query.LoadMode;
import dev.kindred.reactor.internal.execute.StatementRunner;
import dev.kindred.reactor.internal.row.EntityRowReader;
import dev.kindred.reactor.internal.row.EntityShape;
import dev.kindred.reactor.internal.row.EntityShapes;
import dev.kindred.reactor.internal.row.NamedRowReader;
import dev.kindred.reactor.internal.row.RowDecoding;
import dev.kindred.reactor.internal.row.RowReader;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import dev.kindred.type.WireContext;
import java.util.List;
import reactor.core.publisher.Mono;

/** Reads rows as entities with live handles. Thread-safe. */
public final class EntityReads {

    private final RowDecoding decoding;
    private final EntityHandles handles;
    private final EntityShapes shapes = new EntityShapes();

    /** Gives the entities handles of {@code handles}. */
    public EntityReads(WireContext context, EntityHandles handles) {
        this.decoding = RowDecoding.ofBytes(context);
        this.handles = handles;
    }

    /** Returns the settings of the mapper that conversions use. */
    public WireContext context() {
        return decoding.context();
    }

    /** Returns how the values of rows are read. */
    public RowDecoding decoding() {
        return decoding;
    }

    /** Returns the handles of the entities. */
    public EntityHandles handles() {
        return handles;
    }

    /** Returns how the handles of entities load whose query has no mode. */
    public LoadMode mode() {
        return handles.mode();
    }

    /** Sends {@code query} and returns its entities. Their handles load as {@code mode} says. */
    public <E> Mono<List<E>> read(StatementRunner runner, SelectQuery<E> query, LoadMode mode) {
        return read(runner, query.toSelect(), shape(query.model(), query.columns(), 0), mode);
    }

    /** Sends {@code select} and returns the entities that it reads in {@code shape}. */
    public <E> Mono<List<E>> read(StatementRunner runner, Select select, EntityShape<E> shape, LoadMode mode) {
        return runner.originating(Operation.FIND, shape.model().type(), runner.read(select, () -> reader(shape, mode)));
    }

    /** Sends {@code sql} and returns the entities that it reads in {@code shape}. */
    public <E> Mono<List<E>> read(StatementRunner runner, RenderedSql sql, EntityShape<E> shape, LoadMode mode) {
        return runner.originating(Operation.FIND, shape.model().type(), runner.read(sql, () -> reader(shape, mode)));
    }

    /** Returns the shape of entities with {@code columns}, the first of them at the position {@code offset}. */
    public <E> EntityShape<E> shape(EntityModel<E> model, List<EntityColumn<E, ?>> columns, int offset) {
        return shape(model, columns, offset, List.of());
    }

    /**
     * Returns the shape of entities with {@code columns}, the first of them at the position {@code offset}.
     *
     * @param keys the columns that are also read on their own, as the key of the row
     */
    public <E> EntityShape<E> shape(
            EntityModel<E> model,
            List<EntityColumn<E, ?>> columns,
            int offset,
            List<? extends EntityColumn<?, ?>> keys) {
        return shapes.of(model, columns, offset, keys);
    }

    /** Returns the reader of one result with entities of {@code shape}. */
    public <E> EntityRowReader<E> reader(EntityShape<E> shape, LoadMode mode) {
        return new EntityRowReader<>(shape, decoding, handles.of(shape.model(), mode));
    }

    /** Returns the reader of one result whose entities of {@code shape} belong to different callers. */
    public <E> EntityRowReader<E> readerOfEach(EntityShape<E> shape, LoadMode mode) {
        return new EntityRowReader<>(shape, decoding, handles.ofEach(shape.model(), mode));
    }

    /** Returns the reader of one result of user SQL, whose columns are found by name. */
    public <E> RowReader<E> namedReader(EntityModel<E> model, LoadMode mode) {
        return new NamedRowReader<>(model, decoding, handles.of(model, mode));
    }
}
