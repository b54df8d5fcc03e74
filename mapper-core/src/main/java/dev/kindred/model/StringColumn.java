package dev.kindred.model;

/** A column of text. */
record StringColumn<E>(ColumnDefinition<E, String> definition) implements TextColumn<E> {

    @Override
    public String toString() {
        return definition.toString();
    }
}
