package dev.kindred.reactor.internal.preload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The value of a key is a list of rows. Thread-safe: it has no state. */
final class ManyRows<R> implements Arity<R, RowList<R>> {

    private static final ManyRows<?> INSTANCE = new ManyRows<>();

    private ManyRows() {}

    @SuppressWarnings("unchecked") // it has no state, so one instance serves each type
    static <R> ManyRows<R> instance() {
        return (ManyRows<R>) INSTANCE;
    }

    @Override
    public RowList<R> with(@Nullable RowList<R> before, R row) {
        RowList<R> list = before == null ? new RowList<>(new ArrayList<>(), false) : before;
        list.rows().add(row);
        return list;
    }

    @Override
    public boolean endsWith(RowList<R> value, R row) {
        return value.rows().get(value.rows().size() - 1) == row;
    }

    @Override
    public RowList<R> complete(RowList<R> value, EachKey<R> rows) {
        List<R> all = value.rows();
        @Nullable Consumer<List<R>> sort = rows.sort();
        if (sort != null && all.size() > 1) {
            sort.accept(all);
        }
        @Nullable Long limit = rows.limit();
        return limit == null || all.size() <= limit
                ? new RowList<>(List.copyOf(all), false)
                : new RowList<>(List.copyOf(all.subList(0, Math.toIntExact(limit))), true);
    }

    @Override
    public RowList<R> unread(boolean isAlone) {
        return isAlone ? RowList.alone() : RowList.later();
    }

    @Override
    public boolean isOfMany() {
        return true;
    }

    @Override
    public void forEach(RowList<R> value, Consumer<? super R> action) {
        value.rows().forEach(action);
    }
}
