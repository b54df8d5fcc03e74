package dev.kindred.model;

/** A column with an order. */
record OrderedColumn<E, T>(ColumnDefinition<E, T> definition) implements ComparableColumn<E, T> {

    @Override
    public String toString() {
        return definition.toString();
    }
}
