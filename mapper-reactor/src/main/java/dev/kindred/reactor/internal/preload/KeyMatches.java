package dev.kindred.reactor.internal.preload;

import dev.kindred.error.MappingException;
import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.AggregateStep;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.sql.Expression.ColumnReference;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Relation;
import dev.kindred.reactor.internal.row.ValuesReader.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Matches the rows of a statement to its keys. The server can find a row whose key is not equal in Java, which is an
 * error on every path. Thread-safe: it has no state.
 */
final class KeyMatches {

    private KeyMatches() {}

    /** Returns the value that {@code rows}, which {@code step} read, have for each of {@code keys}. */
    static <R, V> Resolution<V> resolution(
            PreloadStep<?, R> step, Arity<R, V> arity, KeyRows<?> keys, KeyedRowList<R> rows) {
        Resolution.Builder<R, V> found = new Resolution.Builder<>(arity, keys.withoutRows(), rows.mayRepeat());
        for (int i = 0; i < rows.size(); i++) {
            @Nullable Object key = rows.keys().get(i);
            if (key != null && !found.add(key, rows.rows().get(i))) {
                throw otherKey(step.relation());
            }
        }
        return found.build(EachKey.of(step));
    }

    /** Returns {@code rows} by their key. */
    static <E> Map<Object, Values> byKey(AggregateStep<E> step, KeyRows<E> keys, List<Values> rows) {
        Map<Object, Values> byKey = new HashMap<>(rows.size() * 2);
        for (Values row : rows) {
            Object key = step.key(row.all());
            if (!keys.keys().contains(key)) {
                throw otherKey(step.relation());
            }
            byKey.put(key, row);
        }
        return byKey;
    }

    /** Returns the values of both. */
    static Map<Object, Values> both(Map<Object, Values> first, Map<Object, Values> second) {
        Map<Object, Values> both = new HashMap<>(first);
        both.putAll(second);
        return both;
    }

    /** Returns the error for a row whose key is equal for the server but not in Java. */
    static <R> MappingException otherKey(Relation<?, R> relation) {
        boolean isDirect = Nodes.of(relation).isDirect();
        List<ColumnReference> linked = Nodes.of(relation).linked();
        List<?> key = isDirect
                ? relation.targetKey()
                : linked.stream().map(ColumnReference::name).toList();
        boolean isText = linked.stream().anyMatch(KeyMatches::isText);
        return new MappingException("The server found rows of " + relation + " whose key, " + key
                + ", differs in Java from the requested key: "
                + (isText
                        ? "one side is padded (char(n)), or compared by a collation or a type of its own"
                                + " (citext). Give both columns the same type and a deterministic collation"
                        : "the two sides have different types, or the server changed the key of an existing"
                                + " entity when it was stored. Give both columns the same type, and read the"
                                + " entity again")
                + ", or read the rows with related(..).find().");
    }

    private static boolean isText(ColumnReference column) {
        return column.type().wireType() == String.class;
    }
}
