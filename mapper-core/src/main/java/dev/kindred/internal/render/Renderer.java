package dev.kindred.internal.render;

import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import java.util.List;

/** Writes a statement in the SQL of one database. Thread-safe. */
public interface Renderer {

    /** Returns text and values of {@code statement}; statements of the same shape have the same text. */
    RenderedSql render(Statement statement);

    /** Returns the text of {@code statement}. */
    RenderedSql render(SchemaStatement statement);

    /** Returns {@code statements} as one script, each ended by a semicolon. */
    String script(List<? extends SchemaStatement> statements);
}
