package dev.kindred.internal.schema;

import dev.kindred.annotation.OnDelete;
import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.Relation;
import dev.kindred.type.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The foreign keys that the relations of some entities need; both sides of a relation need the same one. */
final class References {

    private final Map<Path, Reference> references = new LinkedHashMap<>();

    private References() {}

    /**
     * Which columns point where.
     *
     * @param columns those that point, in the order of their table
     * @param targetColumns those that are pointed at, in the order of {@code columns}
     */
    record Path(TableName table, List<String> columns, TableName target, List<String> targetColumns) {}

    /**
     * A foreign key.
     *
     * @param onDelete what a delete does, or null when neither side says it
     * @param rows how many rows may point at the same one
     * @param origin the relation that says what a delete does, else the one that was found first
     */
    record Reference(Path path, @Nullable OnDelete onDelete, Rows rows, String origin) {

        private Reference and(Reference other) {
            if (onDelete != null && other.onDelete != null && onDelete != other.onDelete) {
                throw new MappingException(origin + " and " + other.origin
                        + " are two sides of one foreign key, and one says " + onDelete + " on delete, the other "
                        + other.onDelete + ". Say it on one side only, or the same on both.");
            }
            return new Reference(
                    path,
                    onDelete == null ? other.onDelete : onDelete,
                    rows.and(other.rows),
                    onDelete == null && other.onDelete != null ? other.origin : origin);
        }
    }

    /**
     * What the {@code @HasOne} relations of a foreign key say of the number of rows.
     *
     * @param one the relation that lets one row at most point at another, or null
     * @param many whether a relation picks one of many rows
     */
    record Rows(@Nullable String one, boolean many) {

        private Rows and(Rows other) {
            return new Rows(one == null ? other.one : one, many || other.many);
        }

        /** Returns the relation that makes the foreign key unique, or null when another one needs many rows. */
        @Nullable
        String unique() {
            return many ? null : one;
        }
    }

    /** Collects the foreign keys of the tables of {@code models}. */
    static List<Reference> of(List<EntityModel<?>> models) {
        References found = new References();
        models.forEach(found::addBelongsTo);
        models.forEach(model -> found.addHasOne(model, models));
        return List.copyOf(found.references.values());
    }

    private <E> void addBelongsTo(EntityModel<E> model) {
        for (Relation<E, ?> relation : model.relations()) {
            if (relation instanceof BelongsToRelation<E, ?> pointing) {
                add(pointing, model, pointing.sourceKey(), pointing.related(), pointing.targetKey());
            }
        }
    }

    private <E> void addHasOne(EntityModel<E> model, List<EntityModel<?>> models) {
        for (Relation<E, ?> relation : model.relations()) {
            if (relation instanceof HasOneRelation<E, ?> pointed && models.contains(pointed.related())) {
                addHasOne(model, pointed);
            }
        }
    }

    private <E, R> void addHasOne(EntityModel<E> model, HasOneRelation<E, R> relation) {
        add(relation, relation.related(), relation.targetKey(), model, relation.sourceKey());
    }

    private <C> void add(
            Relation<?, ?> relation,
            EntityModel<C> child,
            List<? extends EntityColumn<C, ?>> foreignKey,
            EntityModel<?> parent,
            List<? extends EntityColumn<?, ?>> key) {
        List<Integer> order = IntStream.range(0, foreignKey.size())
                .boxed()
                .sorted(Comparator.comparing(position -> child.ordinal(foreignKey.get(position))))
                .toList();
        List<String> columns = new ArrayList<>();
        List<String> targetColumns = new ArrayList<>();
        order.forEach(position -> {
            columns.add(columnOf(foreignKey.get(position)));
            targetColumns.add(columnOf(key.get(position)));
        });
        Path path = new Path(child.table(), List.copyOf(columns), parent.table(), List.copyOf(targetColumns));
        String origin = relation.entity().getSimpleName() + "." + relation.name();
        boolean isForOneRow = isForOneRow(relation);
        Rows rows = relation instanceof HasOneRelation
                ? new Rows(isForOneRow ? origin : null, !isForOneRow)
                : new Rows(null, false);
        references.merge(path, new Reference(path, relation.onDelete(), rows, origin), Reference::and);
    }

    /** A scope picks one of the rows with a key, so there may be others. */
    private static boolean isForOneRow(Relation<?, ?> relation) {
        return Nodes.of(relation.rows()).fixed().isEmpty() && !relation.isOneOfMany();
    }

    private static String columnOf(EntityColumn<?, ?> column) {
        return column.definition().name().column();
    }
}
