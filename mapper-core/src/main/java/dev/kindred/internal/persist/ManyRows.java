package dev.kindred.internal.persist;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.key.SimilarKeys;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.CopyIn;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.InsertRows;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.OnConflict;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RowSource;
import dev.kindred.internal.sql.Select;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.UpdateRows;
import dev.kindred.model.Assignment;
import dev.kindred.model.ConflictTarget;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.type.WireContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The statements that write the entities of one chunk: one statement for all entities with the same written columns,
 * usually one in total. Immutable and thread-safe.
 */
public final class ManyRows<E> {

    private final EntityModel<E> model;
    private final EntityWrites<E> writes;

    /** Creates the writes of many rows from the writes of one row. */
    public ManyRows(EntityWrites<E> writes) {
        this.model = writes.model();
        this.writes = writes;
    }

    /** Returns the inserts of {@code entities}. */
    public List<RowBatch> insert(List<E> entities) {
        return inserts(entities, columns -> null);
    }

    /** Returns the inserts of {@code entities}, each with {@code fixed} and the foreign key at the same position. */
    List<RowBatch> insert(List<E> entities, List<ForeignKey<E>> keys, List<Assignment<E>> fixed) {
        return insertDrafts(drafts(entities, keys, fixed), columns -> null);
    }

    /**
     * Returns the inserts of {@code entities} with {@code fixed} and {@code key} that update the existing rows with the
     * same primary key. No two entities have the same primary key.
     */
    List<RowBatch> upsert(List<E> entities, ForeignKey<E> key, List<Assignment<E>> fixed) {
        return insertDrafts(
                drafts(entities, Collections.nCopies(entities.size(), key), fixed),
                columns -> writes.onConflict(columns, ConflictTarget.of(List.of())));
    }

    private List<RowDraft<E>> drafts(List<E> entities, List<ForeignKey<E>> keys, List<Assignment<E>> fixed) {
        List<RowDraft<E>> drafts = drafts(entities);
        for (int i = 0; i < drafts.size(); i++) {
            drafts.get(i).with(fixed).with(keys.get(i));
        }
        return drafts;
    }

    /**
     * Returns the inserts of {@code entities} that update existing rows with the same {@code target}. No two entities
     * have the same target.
     */
    public List<RowBatch> upsert(List<E> entities, ConflictTarget<E> target) {
        return inserts(entities, columns -> writes.onConflict(columns, target));
    }

    /**
     * Returns the inserts of {@code entities} that do nothing if a row with the same {@code target} exists. An empty
     * target means any unique key. The inserts have the order of the entities, so that of several with the same key the
     * first one is stored.
     */
    public List<Statement> insertIfAbsent(List<E> entities, ConflictTarget<E> target) {
        return sameColumnRuns(drafts(entities)).stream()
                .flatMap(run -> insertDrafts(run, columns -> writes.ifAbsent(columns, target)).stream())
                .map(RowBatch::statement)
                .toList();
    }

    private static <E> List<List<RowDraft<E>>> sameColumnRuns(List<RowDraft<E>> drafts) {
        List<List<RowDraft<E>>> runs = new ArrayList<>();
        for (RowDraft<E> draft : drafts) {
            @Nullable List<RowDraft<E>> last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null || !last.get(0).hasColumnsOf(draft)) {
                last = new ArrayList<>();
                runs.add(last);
            }
            last.add(draft);
        }
        return runs;
    }

    private List<RowBatch> inserts(
            List<E> entities, Function<List<EntityColumn<E, ?>>, @Nullable OnConflict> onConflict) {
        @Nullable UniformRows<E> rows = UniformRows.inserted(model, entities, AuditTime.reading(writes.clock()));
        if (rows == null) {
            return insertDrafts(drafts(entities), onConflict);
        }
        return List.of(new RowBatch(
                new InsertRows(
                        Nodes.of(model).table(),
                        rows.source(),
                        onConflict.apply(rows.columns()),
                        Columns.references(model)),
                positions(entities)));
    }

    /**
     * Returns {@code entities} as new rows for COPY.
     *
     * @throws MappingException if the entities do not all leave the same columns to the database
     */
    public CopyRows copy(List<E> entities) {
        List<ColumnGroup<E>> groups = ColumnGroup.of(drafts(entities));
        if (groups.size() > 1) {
            throw new MappingException("The rows of one copy have the same columns, but some " + model.name()
                    + " entities leave columns to the database that others set: "
                    + groups.get(0).columns() + " and "
                    + groups.get(1).columns() + ". Set them in all or in none, or use insertAll.");
        }
        ColumnGroup<E> rows = groups.get(0);
        return new CopyRows(
                new CopyIn(
                        Nodes.of(model).table(),
                        rows.columns().stream().map(Columns::reference).toList()),
                rows.drafts().stream()
                        .map(draft -> rows.columns().stream().map(draft::value).toList())
                        .toList());
    }

    /**
     * Returns the updates of {@code entities}, whose keys are distinct. An entity without further columns is read
     * instead.
     */
    public List<RowBatch> update(List<E> entities) {
        return update(entities, null);
    }

    /**
     * Returns the updates of {@code entities}, as {@link #update(List)} does, which also write {@code foreignKey}. It
     * changes no primary key.
     */
    List<RowBatch> update(List<E> entities, @Nullable ForeignKey<E> foreignKey) {
        List<ColumnReference> key =
                new ArrayList<>(writes.id().stream().map(Columns::reference).toList());
        key.addAll(writes.versionReferences());
        List<RowDraft<E>> drafts = new ArrayList<>(entities.size());
        Clock now = AuditTime.reading(writes.clock());
        @Nullable UniformRows<E> rows = foreignKey == null ? UniformRows.identified(model, entities, now) : null;
        if (rows != null && changes(rows.columns(), key)) {
            return List.of(new RowBatch(update(rows.source(), key), positions(entities)));
        }
        for (E entity : entities) {
            writes.requireKey(entity);
            RowDraft<E> draft = RowDraft.identified(model, entity, now);
            drafts.add(foreignKey == null ? draft : draft.with(foreignKey));
        }
        List<RowBatch> batches = new ArrayList<>();
        for (ColumnGroup<E> group : ColumnGroup.of(drafts)) {
            if (!changes(group.columns(), key)) {
                batches.add(new RowBatch(
                        rowsOf(group.positions().stream().map(entities::get).toList()), group.positions()));
                continue;
            }
            for (ColumnGroup<E> part : group.parts()) {
                batches.add(new RowBatch(update(part.source(), key), part.positions()));
            }
        }
        return batches;
    }

    private boolean changes(List<EntityColumn<E, ?>> columns, List<ColumnReference> key) {
        return columns.size() > key.size() || writes.isVersioned();
    }

    private UpdateRows update(RowSource source, List<ColumnReference> key) {
        return new UpdateRows(
                Nodes.of(model).table(), source, key, writes.versionReferences(), Columns.references(model));
    }

    private static List<Integer> positions(List<?> entities) {
        return IntStream.range(0, entities.size()).boxed().toList();
    }

    private Select rowsOf(List<E> entities) {
        return new Select(
                Nodes.of(model).table(),
                Columns.references(model),
                matching(entities, writes.id()),
                List.of(),
                Select.Page.ALL);
    }

    /** Returns the statement that removes the rows of {@code entities}. */
    public Statement delete(List<E> entities) {
        List<EntityColumn<E, ?>> key = new ArrayList<>(writes.id());
        writes.version().ifPresent(key::add);
        return writes.remove(matching(entities, key));
    }

    /** Returns the condition for the rows of {@code entities}, in any version. */
    public Predicate sameKeys(List<E> entities) {
        return matching(entities, writes.id());
    }

    private Predicate matching(List<E> entities, List<EntityColumn<E, ?>> key) {
        KeyRows<E> rows = new KeyRows<>(key);
        for (E entity : entities) {
            writes.requireKey(entity);
            rows.add(entity);
        }
        return rows.matching(key.stream().map(Columns::reference).toList());
    }

    /**
     * Splits {@code entities} into runs without two values of {@code columns} that are equal or that the server may
     * treat as equal, because one statement cannot write a row twice. Nulls are distinct here, as in most unique
     * indexes; see {@link #mayMeet}.
     */
    public List<List<E>> distinctRuns(List<E> entities, List<EntityColumn<E, ?>> columns, WireContext context) {
        // all rows of a statement have the same auditor, times and tenant
        List<EntityColumn<E, ?>> given = columns.stream()
                .filter(column ->
                        !Nodes.of(column).isAudit() && !Nodes.of(column).is(ColumnTrait.TENANT))
                .toList();
        if (AscendingKeys.have(entities, given)) {
            return List.of(entities);
        }
        List<List<E>> runs = new ArrayList<>();
        List<E> run = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        Function<E, @Nullable Object> keys = SimilarKeys.of(given, context);
        for (E entity : entities) {
            @Nullable Object key = keys.apply(entity);
            if (key != null && !seen.add(key)) {
                runs.add(run);
                run = new ArrayList<>();
                seen.clear();
                seen.add(key);
            }
            run.add(entity);
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    /**
     * Returns whether the server may treat two entities of {@code run} as the same row, because its equality differs
     * from that of Java.
     */
    public boolean mayMeet(List<E> run, List<EntityColumn<E, ?>> columns) {
        return ServerEquality.mayMeet(run, columns);
    }

    private List<RowDraft<E>> drafts(List<E> entities) {
        Clock now = AuditTime.reading(writes.clock());
        return entities.stream()
                .map(entity -> RowDraft.inserted(model, entity, now))
                .toList();
    }

    private List<RowBatch> insertDrafts(
            List<RowDraft<E>> drafts, Function<List<EntityColumn<E, ?>>, @Nullable OnConflict> onConflict) {
        List<RowBatch> batches = new ArrayList<>();
        for (ColumnGroup<E> group : ColumnGroup.of(drafts)) {
            if (group.columns().isEmpty()) {
                group.positions()
                        .forEach(position ->
                                batches.add(new RowBatch(writes.insert(drafts.get(position)), List.of(position))));
                continue;
            }
            @Nullable OnConflict conflict = onConflict.apply(group.columns());
            for (ColumnGroup<E> part : group.parts()) {
                batches.add(new RowBatch(
                        new InsertRows(Nodes.of(model).table(), part.source(), conflict, Columns.references(model)),
                        part.positions()));
            }
        }
        return batches;
    }
}
