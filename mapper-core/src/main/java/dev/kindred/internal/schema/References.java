package dev.kindred.internal.schema;

import dev.kindred.annotation.OnDelete;
import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.RelatedFilter;
import dev.kindred.internal.sql.Subquery.Correlation;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys and the unique pairs that the relations of some entities need. Both sides of a relation need the
 * same ones.
 */
final class References {

    private final Map<Path, Reference> references = new LinkedHashMap<>();
    private final List<Reference> typed = new ArrayList<>();
    private final Map<Pair, String> pairs = new LinkedHashMap<>();

    private References() {}

    /**
     * The referencing and the referenced columns.
     *
     * @param columns the referencing columns, in the order of their table
     * @param targetColumns the referenced columns, in the order of {@code columns}
     */
    record Path(TableName table, List<String> columns, TableName target, List<String> targetColumns) {}

    /**
     * A foreign key.
     *
     * @param onDelete the ON DELETE action, or null if neither side declares one
     * @param rows the number of rows that can reference the same row
     * @param origin the relation that declares the ON DELETE action, otherwise the first relation found
     * @param orders the orders in which relations read the referencing rows
     */
    record Reference(Path path, @Nullable OnDelete onDelete, Rows rows, String origin, List<Order> orders) {

        private Reference and(Reference other) {
            if (onDelete != null && other.onDelete != null && onDelete != other.onDelete) {
                throw new MappingException(origin + " and " + other.origin
                        + " are two sides of one foreign key and declare"
                        + " different onDelete actions, " + onDelete + " and " + other.onDelete + ". Declare it"
                        + " on one side only, or the same on both.");
            }
            return new Reference(
                    path,
                    onDelete == null ? other.onDelete : onDelete,
                    rows.and(other.rows),
                    onDelete == null && other.onDelete != null ? other.origin : origin,
                    Stream.concat(orders.stream(), other.orders.stream()).toList());
        }
    }

    /**
     * The order in which a relation reads the referencing rows.
     *
     * @param columns the columns that sort, most significant first
     * @param origin the relation
     */
    record Order(List<String> columns, String origin) {}

    /**
     * The number of rows that the {@code @HasOne} relations of a foreign key allow.
     *
     * @param one the relation that allows at most one referencing row, or null
     * @param many whether a relation selects one of many rows
     */
    record Rows(@Nullable String one, boolean many) {

        private Rows and(Rows other) {
            return new Rows(one == null ? other.one : one, many || other.many);
        }

        /** Returns the relation that makes the foreign key unique, or null if another relation needs many rows. */
        @Nullable
        String unique() {
            return many ? null : one;
        }
    }

    /**
     * The columns of a pivot table that a many-to-many relation pairs.
     *
     * @param columns the columns, in the order of their table
     */
    record Pair(TableName table, List<String> columns) {}

    /** Collects the foreign keys of the tables of {@code models}. */
    static References of(List<EntityModel<?>> models) {
        References found = new References();
        models.forEach(found::addOwn);
        models.forEach(model -> found.addRelated(model, models));
        models.forEach(model -> model.relations().forEach(found::addPair));
        return found;
    }

    /** Returns the foreign keys. */
    List<Reference> all() {
        return List.copyOf(references.values());
    }

    /**
     * Returns the references of {@code table} that have the name of a type. No foreign key is possible, but reads use
     * an index.
     */
    List<Reference> typedOf(TableName table) {
        return typed.stream()
                .filter(reference -> reference.path().table().equals(table))
                .toList();
    }

    /** Returns the pairs of {@code table}, each with the relation that needs it. */
    Map<List<String>, String> pairsOf(TableName table) {
        Map<List<String>, String> found = new LinkedHashMap<>();
        pairs.forEach((pair, origin) -> {
            if (pair.table().equals(table)) {
                found.put(pair.columns(), origin);
            }
        });
        return found;
    }

    private void addPair(Relation<?, ?> relation) {
        relation.pivotModel().ifPresent(pivot -> {
            Hop first = Nodes.of(relation).hops().get(0);
            Hop last = Nodes.of(relation).hops().get(1);
            List<ColumnReference> target =
                    last.links().stream().map(Correlation::outer).toList();
            List<ColumnReference> both = new ArrayList<>(first.columns());
            both.addAll(target);
            pairs.putIfAbsent(new Pair(first.table(), inOrder(pivot, both)), relation.toString());
            if (PivotTables.hasNoEntity(pivot)) {
                EntityModel<?> entity = EntityModel.of(relation.entity());
                add(relation, pivot, first.columns(), entity, references(relation.sourceKey()));
                add(relation, pivot, target, relation.related(), last.columns());
            }
        });
    }

    private static List<String> inOrder(EntityModel<?> model, List<ColumnReference> columns) {
        return Nodes.of(model).references().stream()
                .filter(columns::contains)
                .map(ColumnReference::name)
                .toList();
    }

    private <E> void addOwn(EntityModel<E> model) {
        for (Relation<E, ?> relation : model.relations()) {
            if (Nodes.of(relation).holdsForeignKey()) {
                add(relation, model, references(relation.sourceKey()), relation.related(), targetKey(relation));
            }
        }
    }

    private <E> void addRelated(EntityModel<E> model, List<EntityModel<?>> models) {
        for (Relation<E, ?> relation : model.relations()) {
            if (isKeyOfRelated(relation) && models.contains(relation.related())) {
                addRelated(model, relation);
            }
        }
    }

    private <E, R> void addRelated(EntityModel<E> model, Relation<E, R> relation) {
        add(relation, relation.related(), targetKey(relation), model, references(relation.sourceKey()));
    }

    private static <R> List<ColumnReference> targetKey(Relation<?, R> relation) {
        return references(relation.targetKey());
    }

    private static List<ColumnReference> references(List<? extends EntityColumn<?, ?>> columns) {
        return columns.stream()
                .<ColumnReference>map(column -> Nodes.of(column).reference())
                .toList();
    }

    private void add(
            Relation<?, ?> relation,
            EntityModel<?> child,
            List<ColumnReference> foreignKey,
            EntityModel<?> parent,
            List<ColumnReference> key) {
        if (key.stream().anyMatch(ColumnReference::isConstant)) {
            addTyped(relation, child, foreignKey);
            return;
        }
        @Nullable ColumnReference tenant = Nodes.of(parent).table().tenant();
        @Nullable ColumnReference own = Nodes.of(child).table().tenant();
        if (tenant != null && own == null) {
            // The key is unique within a tenant only, so no foreign key is possible.
            addTyped(relation, child, foreignKey);
            return;
        }
        List<ColumnReference> all = Nodes.of(child).references();
        List<Integer> order = IntStream.range(0, foreignKey.size())
                .boxed()
                .sorted(Comparator.comparing(position -> all.indexOf(foreignKey.get(position))))
                .toList();
        List<String> columns = new ArrayList<>();
        List<String> targetColumns = new ArrayList<>();
        if (tenant != null && own != null) {
            columns.add(own.name());
            targetColumns.add(tenant.name());
        }
        order.forEach(position -> {
            columns.add(foreignKey.get(position).name());
            targetColumns.add(key.get(position).name());
        });
        Path path = new Path(
                Nodes.of(child).table(), List.copyOf(columns), Nodes.of(parent).table(), List.copyOf(targetColumns));
        String origin = origin(relation);
        boolean isForOneRow = isForOneRow(relation);
        Rows rows = Nodes.of(relation).holdsForeignKey()
                ? new Rows(null, false)
                : new Rows(isForOneRow ? origin : null, !isForOneRow);
        references.merge(
                path, new Reference(path, relation.onDelete(), rows, origin, orders(relation)), Reference::and);
    }

    private void addTyped(Relation<?, ?> relation, EntityModel<?> child, List<ColumnReference> foreignKey) {
        List<String> columns = foreignKey.stream().map(ColumnReference::name).toList();
        TableName table = Nodes.of(child).table();
        typed.add(new Reference(
                new Path(table, columns, table, columns),
                null,
                new Rows(null, false),
                origin(relation),
                orders(relation)));
    }

    private static List<Order> orders(Relation<?, ?> relation) {
        List<String> sorted = sorted(relation);
        return sorted.isEmpty() ? List.of() : List.of(new Order(sorted, origin(relation)));
    }

    private static String origin(Relation<?, ?> relation) {
        return relation.entity().getSimpleName() + "." + relation.name();
    }

    /**
     * Returns the columns of the order of a relation to many rows, as far as one scan of an index serves them. The
     * server sorts the few rows that are equal in them. The primary key at the end is left out.
     */
    private static List<String> sorted(Relation<?, ?> relation) {
        if (Nodes.of(relation).isToOne() || !Nodes.of(relation).isDirect()) {
            return List.of();
        }
        RelatedFilter rows = Nodes.of(relation).rows();
        List<ColumnReference> sorted = new ArrayList<>();
        for (Ordering term : rows.orderBy()) {
            boolean isServed = term.direction() == rows.orderBy().get(0).direction()
                    && term.nulls() == Ordering.Nulls.SERVER_DEFAULT;
            if (!isServed || !(term.expression() instanceof ColumnReference column)) {
                break;
            }
            sorted.add(column);
        }
        while (!sorted.isEmpty() && rows.table().id().contains(sorted.get(sorted.size() - 1))) {
            sorted.remove(sorted.size() - 1);
        }
        return sorted.stream().map(ColumnReference::name).toList();
    }

    /** A path of several steps has the foreign keys of its steps. */
    private static boolean isKeyOfRelated(Relation<?, ?> relation) {
        return !Nodes.of(relation).holdsForeignKey() && Nodes.of(relation).isDirect();
    }

    /** A scope selects one of the rows with a key, so several may exist. */
    private static boolean isForOneRow(Relation<?, ?> relation) {
        RelatedFilter rows = Nodes.of(relation).rows();
        return Nodes.of(relation).isToOne()
                && rows.fixed().isEmpty()
                && rows.orderBy().isEmpty();
    }
}
