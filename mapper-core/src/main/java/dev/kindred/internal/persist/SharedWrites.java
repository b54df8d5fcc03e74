package dev.kindred.internal.persist;

import dev.kindred.internal.key.RelationKey;
import dev.kindred.internal.key.SharedKeys;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.sql.Delete;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Expression.Parameter;
import dev.kindred.internal.sql.Insert;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.SetColumn;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.Update;
import dev.kindred.internal.sql.WriteOfEach.Kind;
import dev.kindred.internal.sql.WriteOfEach.Shape;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides which writes of one row can be in one statement with others. Immutable and thread-safe.
 *
 * <p>The rows of a statement do not depend on each other. So the writes of an entity with a relation to its own table
 * are excluded. The writes that touch owners are excluded too: one statement changes an owner once, and each write
 * changes it. A statement has one tenant, so the writes of an entity with a tenant are excluded.
 */
public final class SharedWrites<E> {

    private final EntityModel<E> model;
    private final List<ColumnReference> id;
    private final boolean areInsertsShared;
    private final boolean areChangesShared;

    /** Decides for the writes of {@code model}. */
    public SharedWrites(EntityModel<E> model) {
        this.model = model;
        this.id = Columns.references(model.id());
        this.areInsertsShared = Nodes.of(model).table().tenant() == null
                && model.relations().stream().noneMatch(this::isDependent);
        this.areChangesShared = areInsertsShared && SharedKeys.areExact(model.id());
    }

    private boolean isDependent(Relation<E, ?> relation) {
        return Nodes.of(relation).touchesOwner()
                || Nodes.of(relation.related()).table().equals(Nodes.of(model).table());
    }

    /** Returns {@code statement} as a write that can be in one statement with others, or null if it cannot. */
    public @Nullable SharedWrite of(Statement statement) {
        if (statement instanceof Insert insert) {
            return areInsertsShared ? inserted(insert) : null;
        }
        if (!areChangesShared) {
            return null;
        }
        if (statement instanceof Update update) {
            @Nullable KeyCondition rows = KeyCondition.ofOrNull(update.where(), id);
            return rows == null ? null : updated(update, rows);
        }
        if (statement instanceof Delete delete) {
            @Nullable KeyCondition rows = KeyCondition.ofOrNull(delete.where(), id);
            return rows == null ? null : deleted(delete, rows);
        }
        return null;
    }

    private static @Nullable SharedWrite inserted(Insert insert) {
        if (insert.onConflict() != null || insert.values().isEmpty()) {
            return null;
        }
        List<ColumnReference> columns = new ArrayList<>(insert.values().size());
        List<Parameter> row = new ArrayList<>(insert.values().size());
        for (SetColumn set : insert.values()) {
            columns.add(set.column());
            row.add(set.value());
        }
        return written(
                new Shape(Kind.INSERT, insert.table(), columns, List.of(), List.of(), List.of(), insert.returning()),
                row,
                null);
    }

    private @Nullable SharedWrite updated(Update update, KeyCondition rows) {
        List<ColumnReference> columns = new ArrayList<>(rows.columns());
        List<Parameter> row = new ArrayList<>(rows.values());
        List<ColumnReference> increments = new ArrayList<>(update.increments());
        for (SetColumn set : update.values()) {
            int position = rows.columns().indexOf(set.column());
            if (position < 0) {
                columns.add(set.column());
                row.add(set.value());
            } else if (isNextVersion(set, rows.values().get(position))) {
                increments.add(set.column());
            } else {
                return null;
            }
        }
        Shape shape = new Shape(
                Kind.UPDATE, update.table(), columns, rows.columns(), increments, rows.absent(), update.returning());
        return written(shape, row, keyOf(rows));
    }

    private @Nullable SharedWrite deleted(Delete delete, KeyCondition rows) {
        Shape shape = new Shape(
                Kind.DELETE, delete.table(), rows.columns(), rows.columns(), List.of(), rows.absent(), List.of());
        return written(shape, rows.values(), keyOf(rows));
    }

    /** An array of arrays cannot be one column of rows. */
    private static @Nullable SharedWrite written(Shape shape, List<Parameter> row, @Nullable Object key) {
        return row.stream().anyMatch(value -> value.type().name().array()) ? null : new SharedWrite(shape, row, key);
    }

    private boolean isNextVersion(SetColumn set, Parameter current) {
        @Nullable EntityColumn<E, ?> version = model.version().orElse(null);
        return version != null
                && set.column().equals(Columns.reference(version))
                && Objects.equals(
                        VersionNumber.next(version, current.value()),
                        set.value().value());
    }

    private Object keyOf(KeyCondition rows) {
        List<Object> parts = id.stream().map(rows::valueOf).toList();
        return RelationKey.of(parts.size() == 1 ? parts.get(0) : parts);
    }
}
