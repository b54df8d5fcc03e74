package dev.kindred.reactor.internal.preload;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The value of a key is a row. Of several rows it is the first. Thread-safe: it has no state. */
final class OneRow<R> implements Arity<R, R> {

    private static final OneRow<?> INSTANCE = new OneRow<>();

    private OneRow() {}

    @SuppressWarnings("unchecked") // it has no state, so one instance serves each type
    static <R> OneRow<R> instance() {
        return (OneRow<R>) INSTANCE;
    }

    @Override
    public R with(@Nullable R before, R row) {
        return before == null ? row : before;
    }

    @Override
    public boolean endsWith(R value, R row) {
        return value == row;
    }

    @Override
    public R complete(R value, EachKey<R> rows) {
        return value;
    }

    @Override
    public @Nullable R unread(boolean isAlone) {
        return null;
    }

    @Override
    public boolean isOfMany() {
        return false;
    }

    @Override
    public void forEach(R value, Consumer<? super R> action) {
        action.accept(value);
    }
}
