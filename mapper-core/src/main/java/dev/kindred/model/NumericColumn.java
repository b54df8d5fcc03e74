package dev.kindred.model;

/** A column of numbers. */
record NumericColumn<E, T extends Number>(ColumnDefinition<E, T> definition) implements NumberColumn<E, T> {

    @Override
    public String toString() {
        return definition.toString();
    }
}
