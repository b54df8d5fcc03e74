package dev.kindred.internal.render;

import dev.kindred.sql.Statement;

/** Writes a statement in the SQL of one database. Thread-safe. */
public interface Renderer {

    /** Returns text and values of {@code statement}; statements of the same shape have the same text. */
    RenderedSql render(Statement statement);
}
