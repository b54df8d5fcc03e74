package dev.kindred.internal.render.postgres;

import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.Renderer;
import dev.kindred.sql.Statement;

/** Writes PostgreSQL. Thread-safe: it has no state. */
public final class PostgresRenderer implements Renderer {

    @Override
    public RenderedSql render(Statement statement) {
        SqlWriter writer = new SqlWriter();
        statement.accept(new StatementWriter(writer));
        return writer.finish();
    }
}
