package dev.kindred.reactor.internal.execute;

/** Numbers that may be read before they are asked for. */
class NumbersAhead extends Numbers {

    NumbersAhead(int size, int total) {
        super(size, total);
    }

    @Override
    public boolean readsAhead() {
        return true;
    }
}
