package dev.kindred.internal.page;

import dev.kindred.error.MappingException;
import dev.kindred.internal.query.Columns;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Expression;
import dev.kindred.internal.sql.Ordering;
import dev.kindred.internal.sql.Predicate;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.type.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query with a total order, so that the sort values of a row identify its position. Immutable and thread-safe.
 *
 * @param <E> the entity
 */
public final class Keyset<E> {

    private final SelectQuery<E> query;
    private final List<SortTerm<E>> terms;

    private Keyset(SelectQuery<E> query, List<SortTerm<E>> terms) {
        this.query = query;
        this.terms = terms;
    }

    /**
     * Creates the keyset of {@code query}. The primary key is appended to its order.
     *
     * @throws MappingException if the entity has no primary key, or the query is sorted by anything other than columns
     */
    public static <E> Keyset<E> of(SelectQuery<E> query) {
        EntityModel<E> model = query.model();
        if (model.id().isEmpty()) {
            throw new MappingException(model.name() + " has no @Id, so rows with equal sort values have no order."
                    + " Mark the key members with @Id, or use slice(..) or page(..).");
        }
        List<SortTerm<E>> terms = new ArrayList<>();
        Set<Expression> sortedBy = new HashSet<>();
        for (Ordering ordering : query.inTotalOrder().filter().orderBy()) {
            if (sortedBy.add(ordering.expression())) {
                terms.add(new SortTerm<>(columnOf(model, ordering), ordering));
            }
        }
        List<EntityColumn<E, ?>> columns = new ArrayList<>();
        terms.forEach(term -> columns.add(term.column()));
        return new Keyset<>(query.including(columns).ordered(orderings(terms)), List.copyOf(terms));
    }

    private static <E> EntityColumn<E, ?> columnOf(EntityModel<E> model, Ordering ordering) {
        for (EntityColumn<E, ?> column : model.columns()) {
            if (Columns.reference(column).equals(ordering.expression())) {
                return column;
            }
        }
        throw new MappingException("scroll(..) needs an order of columns, but the query for " + model.name()
                + " is sorted by an aggregate of related rows. Sort by columns, or use slice(..) or page(..).");
    }

    /** Returns the sort columns, most significant first. */
    public List<EntityColumn<E, ?>> columns() {
        List<EntityColumn<E, ?>> columns = new ArrayList<>();
        terms.forEach(term -> columns.add(term.column()));
        return List.copyOf(columns);
    }

    /** Returns the position after {@code row}, or before it if {@code backward}. */
    public Position at(E row, boolean backward) {
        List<@Nullable Object> values = new ArrayList<>(terms.size());
        terms.forEach(term -> values.add(term.column().getOrNull(row)));
        return new Position(backward, values);
    }

    /** Returns the query for the rows from {@code position} on, in reading order; from the start if it is null. */
    public SelectQuery<E> from(@Nullable Position position) {
        if (position == null) {
            return query;
        }
        List<SortTerm<E>> met =
                position.backward() ? terms.stream().map(SortTerm::reversed).toList() : terms;
        return query.ordered(orderings(met)).and(after(met, position.values()));
    }

    /** Returns a text that identifies the entity and the order. */
    public String fingerprint() {
        return query.model().type().getName()
                + terms.stream()
                        .map(term -> " " + Columns.reference(term.column()).name() + " "
                                + typeName(term.column().type().name()) + " "
                                + term.column().type().wireType().getName() + " "
                                + term.ordering().direction() + " "
                                + (term.ordering().nullsAreLast() ? "nulls last" : "nulls first"))
                        .collect(Collectors.joining(","));
    }

    /** The length and precision are omitted, because they do not affect the order. */
    private static String typeName(TypeName type) {
        return type.name() + (type.array() ? "[]" : "");
    }

    /** Returns the entity and the order, for messages. */
    @Override
    public String toString() {
        return query.model().name() + " sorted by "
                + terms.stream()
                        .map(term -> term.column().member()
                                + (term.ordering().direction() == Ordering.Direction.ASCENDING ? " asc" : " desc"))
                        .collect(Collectors.joining(", "));
    }

    private static <E> List<Ordering> orderings(List<SortTerm<E>> terms) {
        return terms.stream().map(SortTerm::ordering).toList();
    }

    private static <E> Predicate after(List<SortTerm<E>> terms, List<@Nullable Object> values) {
        return isRow(terms) ? rowAfter(terms, values) : anyAfter(terms, values);
    }

    private static <E> boolean isRow(List<SortTerm<E>> terms) {
        return terms.size() > 1
                && terms.stream().noneMatch(SortTerm::takesNull)
                && terms.stream().map(SortTerm::beyond).distinct().count() == 1;
    }

    private static <E> Predicate rowAfter(List<SortTerm<E>> terms, List<@Nullable Object> values) {
        List<Expression.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            parameters.add(terms.get(i).parameter(values.get(i)));
        }
        return new Predicate.RowComparison(
                terms.stream().map(term -> Columns.reference(term.column())).toList(),
                terms.get(0).beyond(),
                parameters);
    }

    /** A row comes after if one term is greater and all terms before it are equal. */
    private static <E> Predicate anyAfter(List<SortTerm<E>> terms, List<@Nullable Object> values) {
        List<Predicate> any = new ArrayList<>();
        List<Predicate> equal = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            @Nullable Predicate after = terms.get(i).after(values.get(i));
            if (after != null) {
                List<Predicate> all = new ArrayList<>(equal);
                all.add(after);
                any.add(all.size() == 1 ? after : new Predicate.Conjunction(all));
            }
            equal.add(terms.get(i).equal(values.get(i)));
        }
        if (any.size() == 1) {
            return any.get(0);
        }
        // redundant, but lets an index on the first column skip all rows before the position
        @Nullable Predicate bound = terms.get(0).notBefore(values.get(0));
        Predicate disjunction = new Predicate.Disjunction(any);
        return bound == null ? disjunction : bound.and(disjunction);
    }
}
