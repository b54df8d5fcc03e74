package dev.kindred.internal.render;

import dev.kindred.internal.sql.Statement;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import java.util.List;

/** Renders statements as SQL text. Thread-safe. */
public interface Renderer {

    /** Returns the text and the values of {@code statement}. Statements of the same shape have the same text. */
    RenderedSql render(Statement statement);

    /**
     * Returns the text and the values of {@code statement}, which reads the rows of all tenants.
     *
     * @throws dev.kindred.error.TenantException if it writes a table with a tenant, or names more than one
     */
    RenderedSql renderAcrossTenants(Statement statement);

    /** Returns the text of {@code statement}. */
    RenderedSql render(SchemaStatement statement);

    /** Returns {@code statements} as a script. Each statement ends with a semicolon. */
    String script(List<? extends SchemaStatement> statements);
}
