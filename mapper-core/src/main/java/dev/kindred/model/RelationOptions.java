package dev.kindred.model;

import dev.kindred.annotation.OnDelete;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The options of a relation. Immutable.
 *
 * @param scope creates the scope late, because a scope may name columns of the related entity; the default keeps every
 *     row
 * @param isConstant whether the scope is the default, so that its rows are the same each time
 * @param order adds the order that selects one of several rows
 * @param meta pairs for tools, by key
 * @param onDelete what the database does with the referencing row when the referenced row is deleted, or null if not
 *     set
 * @param touch whether writes of the declaring entity touch the related row
 */
record RelationOptions<R>(
        Supplier<RelationScope<R>> scope,
        boolean isConstant,
        UnaryOperator<RelatedRows<R>> order,
        Map<String, String> meta,
        @Nullable OnDelete onDelete,
        boolean touch) {

    RelationOptions {
        meta = Collections.unmodifiableMap(new TreeMap<>(meta));
    }

    static <R> RelationOptions<R> none() {
        return new RelationOptions<>(() -> rows -> rows, true, UnaryOperator.identity(), Map.of(), null, false);
    }

    RelationOptions<R> scoped(Supplier<RelationScope<R>> changed) {
        return new RelationOptions<>(changed, false, order, meta, onDelete, touch);
    }

    RelationOptions<R> ordered(UnaryOperator<RelatedRows<R>> further) {
        UnaryOperator<RelatedRows<R>> before = order;
        return new RelationOptions<>(
                scope, isConstant, rows -> further.apply(before.apply(rows)), meta, onDelete, touch);
    }

    RelationOptions<R> meta(String key, String value) {
        Map<String, String> more = new TreeMap<>(meta);
        more.put(key, value);
        return new RelationOptions<>(scope, isConstant, order, more, onDelete, touch);
    }

    RelationOptions<R> onDelete(OnDelete action) {
        return new RelationOptions<>(scope, isConstant, order, meta, action, touch);
    }

    RelationOptions<R> touching() {
        return new RelationOptions<>(scope, isConstant, order, meta, onDelete, true);
    }
}
