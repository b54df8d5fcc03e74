package dev.kindred.model;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Hop;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.RelatedFilter;
import dev.kindred.internal.sql.RelationParts;
import dev.kindred.internal.sql.Subquery.Correlation;
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
            addLast(hops, more.get(more.size() - 1), new Step(steps.get(i), lifted), i == steps.size() - 1);
        }
        return List.copyOf(hops);
    }

    /**
     * A step that reaches one of many rows picks it among the rows of its own key. At the end of the path, one more
     * step goes to that row by its primary key, so that later conditions do not change which row it is.
     */
    private static void addLast(List<Hop> hops, Hop last, Step step, boolean isEnd) {
        RelatedFilter rows = step.rows();
        if (step.picks()) {
            List<ColumnReference> id = step.requireId();
            hops.add(last.with(rows.conditions()).first(rows.totalOrder()));
            if (isEnd) {
                hops.add(new Hop(last.table(), Correlation.all(id, id)));
            }
        } else {
            hops.add(isEnd ? last : last.with(rows.conditions()));
        }
    }

    @Override
    public RelatedRows<R> rows(Set<Relation<?, ?>> lifted) {
        return reached(last(), lifted).unordered();
    }

    private static <S, T> RelatedRows<T> reached(Relation<S, T> step, Set<Relation<?, ?>> lifted) {
        RelatedRows<T> own = step.definition().lifting(lifted).rows();
        return lifted.contains(step) ? own.withDeleted() : own;
    }

    /** A relation of the path, with the rows that it reaches. */
    private record Step(Relation<?, ?> relation, RelatedFilter rows) {

        Step(Relation<?, ?> relation, Set<Relation<?, ?>> lifted) {
            this(relation, Nodes.of(reached(relation, lifted)));
        }

        boolean picks() {
            return Nodes.of(relation).isToOne() && !rows.orderBy().isEmpty();
        }

        List<ColumnReference> requireId() {
            List<ColumnReference> id = rows.table().id();
            if (id.isEmpty()) {
                throw new MappingException("A path uses " + relation + ", which has the first of many rows, but "
                        + relation.related().name() + " has no @Id to identify that row. Mark its key with @Id, or use"
                        + " a relation to many rows in the path.");
            }
            return id;
        }
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
     * A row can be reached twice if one step reads several rows and a later one reads one row for several rows. It
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
        if (key.stream().anyMatch(column -> Nodes.of(column).isConstant())) {
            return isUnique(
                    model,
                    key.stream()
                            .filter(column -> !Nodes.of(column).isConstant())
                            .toList());
        }
        return model.id().equals(key)
                || (key.size() == 1 && Nodes.of(key.get(0)).is(ColumnTrait.UNIQUE));
    }
}
