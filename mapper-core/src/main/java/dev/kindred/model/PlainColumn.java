package dev.kindred.model;

/** A column that is compared for equality only. */
record PlainColumn<E, T>(ColumnDefinition<E, T> definition) implements EntityColumn<E, T> {

    @Override
    public String toString() {
        return definition.toString();
    }
}
