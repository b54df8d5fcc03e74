package dev.kindred.model;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.Distinct;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.internal.sql.RelatedFilter;
import dev.kindred.internal.sql.RelationParts;
import dev.kindred.internal.sql.Select;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A way over other relations, one after the other.
 *
 * @param path the relations, at least one; the first is of the entity, each further one of the entity that the one
 *     before it relates to
 */
record StepsPath<E, R>(Supplier<List<Relation<?, ?>>> path) implements RelationPath<E, R> {

    @SuppressWarnings("unchecked") // the annotation processor checks the entities of the steps
    private Relation<E, ?> first() {
        return (Relation<E, ?>) path.get().get(0);
    }

    @SuppressWarnings("unchecked") // the annotation processor checks the entities of the steps
    private Relation<?, R> last() {
        List<Relation<?, ?>> steps = path.get();
        return (Relation<?, R>) steps.get(steps.size() - 1);
    }

    @Override
    public EntityModel<R> related() {
        return last().related();
    }

    @Override
    public List<EntityColumn<E, ?>> source() {
        return first().sourceKey();
    }

    @Override
    public List<EntityColumn<R, ?>> target() {
        return last().targetKey();
    }

    @Override
    public List<Hop> hops(Set<Relation<?, ?>> lifted) {
        List<Hop> hops = new ArrayList<>();
        List<Relation<?, ?>> steps = path.get();
        for (int i = 0; i < steps.size(); i++) {
            List<Hop> more = steps.get(i).definition().lifting(lifted).hops();
            hops.addAll(more.subList(0, more.size() - 1));
            Hop last = more.get(more.size() - 1);
            hops.add(i == steps.size() - 1 ? last : last.with(conditions(steps.get(i), lifted)));
        }
        return List.copyOf(hops);
    }

    private static List<Predicate> conditions(Relation<?, ?> step, Set<Relation<?, ?>> lifted) {
        return Nodes.of(reached(step, lifted)).conditions();
    }

    @Override
    public RelatedRows<R> rows(Set<Relation<?, ?>> lifted) {
        return reached(last(), lifted);
    }

    /** Returns the rows that {@code step} reaches. A relation to one of many rows reaches the first one only. */
    private static <S, T> RelatedRows<T> reached(Relation<S, T> step, Set<Relation<?, ?>> lifted) {
        RelatedRows<T> own = step.definition().lifting(lifted).rows();
        RelatedRows<T> rows = lifted.contains(step) ? own.withDeleted() : own;
        boolean picks = Nodes.of(step).isToOne() && !Nodes.of(rows).orderBy().isEmpty();
        return picks ? rows.unordered().fixed(picked(step, Nodes.of(rows))) : rows.unordered();
    }

    private static Predicate picked(Relation<?, ?> step, RelatedFilter rows) {
        List<ColumnReference> id = rows.table().id();
        if (id.isEmpty()) {
            throw new MappingException("A path uses " + step + ", which has the first of many rows, but "
                    + step.related().name() + " has no @Id to identify that row. Mark its key with @Id, or use a"
                    + " relation to many rows in the path.");
        }
        List<ColumnReference> key = RelationPath.references(step.targetKey());
        List<Ordering> order = new ArrayList<>();
        key.forEach(column -> order.add(Ordering.by(column, Ordering.Direction.ASCENDING)));
        order.addAll(rows.totalOrder());
        List<Predicate> conditions = rows.conditions();
        Select first = new Select(
                rows.table().name(),
                id,
                conditions.isEmpty() ? null : new Predicate.Conjunction(conditions),
                order,
                Select.Page.ALL);
        return new Predicate.InSelect(id, first.distinct(new Distinct(key)));
    }

    @Override
    public List<Relation<?, ?>> steps() {
        List<Relation<?, ?>> all = new ArrayList<>();
        for (Relation<?, ?> step : path.get()) {
            all.add(step);
            all.addAll(step.definition().path().steps());
        }
        return Collections.unmodifiableList(all);
    }

    /** Only a many-to-many relation has a pivot. */
    @Override
    public Optional<EntityModel<?>> pivotModel() {
        return Optional.of(path.get().get(0).related());
    }

    @Override
    public boolean isConstant() {
        return false;
    }

    /**
     * A row can be reached twice if one step leads to several rows and a later one leads from several rows to one. It
     * cannot if the key of the table between consists of both foreign keys.
     */
    @Override
    public boolean mayRepeat() {
        if (isOverUniquePairs()) {
            return false;
        }
        boolean spreads = false;
        for (Relation<?, ?> step : path.get()) {
            if (step.definition().path().mayRepeat() || (spreads && joins(step))) {
                return true;
            }
            spreads |= spreads(step);
        }
        return false;
    }

    private boolean isOverUniquePairs() {
        List<Relation<?, ?>> steps = path.get();
        if (steps.size() != 2) {
            return false;
        }
        RelationParts<?> one = Nodes.of(steps.get(0));
        RelationParts<?> other = Nodes.of(steps.get(1));
        List<EntityColumn<?, ?>> pair = new ArrayList<>(steps.get(0).targetKey());
        pair.addAll(steps.get(1).sourceKey());
        return one.isDirect()
                && other.isDirect()
                && !steps.get(0).related().id().isEmpty()
                && pair.containsAll(steps.get(0).related().id())
                && isUnique(steps.get(1).related(), steps.get(1).targetKey());
    }

    private static boolean spreads(Relation<?, ?> step) {
        return !Nodes.of(step).holdsForeignKey() || !isUnique(step.related(), step.targetKey());
    }

    private static boolean joins(Relation<?, ?> step) {
        return Nodes.of(step).holdsForeignKey()
                || !Nodes.of(step).isDirect()
                || !isUnique(EntityModel.of(step.entity()), step.sourceKey());
    }

    private static boolean isUnique(EntityModel<?> model, List<? extends EntityColumn<?, ?>> key) {
        return model.id().equals(key)
                || (key.size() == 1 && Nodes.of(key.get(0)).is(ColumnTrait.UNIQUE));
    }
}
