package dev.kindred.internal.render.postgres;

import dev.kindred.internal.render.RenderedSql;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import java.util.List;
import java.util.stream.Collectors;

/** Renders PostgreSQL. Thread-safe: it has no state. */
public final class PostgresRenderer implements Renderer {

    @Override
    public RenderedSql render(Statement statement) {
        SqlWriter writer = new SqlWriter();
        statement.accept(new StatementWriter(writer));
        return writer.finish();
    }

    @Override
    public RenderedSql renderAcrossTenants(Statement statement) {
        SqlWriter writer = SqlWriter.acrossTenants();
        statement.accept(new StatementWriter(writer));
        return writer.finish();
    }

    @Override
    public RenderedSql render(SchemaStatement statement) {
        SqlWriter writer = new SqlWriter();
        statement.accept(new SchemaWriter(writer));
        return writer.finish();
    }

    @Override
    public String script(List<? extends SchemaStatement> statements) {
        return statements.stream()
                .map(statement -> render(statement).text() + ";\n")
                .collect(Collectors.joining("\n"));
    }
}
