package dev.kindred.schema;

import dev.kindred.error.MappingException;
import dev.kindred.internal.render.Renderer;
import dev.kindred.internal.render.postgres.PostgresRenderer;
import dev.kindred.internal.schema.SchemaReader;
import dev.kindred.internal.schema.SchemaTables;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.Wrapper;
import dev.kindred.internal.sql.ddl.Table;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.EntityModel;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The tables that a set of entities needs. Immutable and thread-safe. No connection is needed.
 *
 * <ul>
 *   <li>It has the columns, primary keys, foreign keys of relations, defaults, checks and comments.
 *   <li>A {@code @HasOne} needs a unique key of the child, among the rows that are not deleted if the child has a
 *       {@code @SoftDelete} member.
 *   <li>A {@code @HasMany} needs an index of the foreign key, followed by the order of the relation.
 *   <li>A {@code @BelongsTo} needs an index of the foreign key.
 *   <li>A {@code @ManyToMany} over a table without an entity needs that table: both foreign keys, which delete its rows
 *       by default, their pair as the primary key, and an index for the other direction. A pivot with an entity needs
 *       its pair as a unique key, among the rows that are not deleted if the pivot has a {@code @SoftDelete} member.
 *   <li>A {@code @BelongsTo} to an entity outside the set creates a foreign key; a {@code @HasOne} or
 *       {@code @HasMany} to such an entity creates nothing.
 *   <li>PostgreSQL enum types of members are part of it; domains, extensions and other types are not.
 *   <li>Each table follows the tables that it references. In a cycle, the last foreign keys are added after all tables.
 * </ul>
 *
 * <p>The text does not depend on the order of the entities, so it can be stored as a migration and compared.
 */
public final class Schema extends Wrapper<SchemaTables> {

    private static final Renderer RENDERER = new PostgresRenderer();

    private Schema(SchemaTables tables) {
        super(tables);
    }

    /**
     * Returns the schema of {@code entities}.
     *
     * @throws MappingException if an entity has no model, if two have the same table, or if they contradict each other
     */
    public static Schema of(Class<?>... entities) {
        Checks.notNull(entities, "entities");
        return of(Checks.<Class<?>>noNulls(Arrays.asList(entities), "entities").stream()
                .<EntityModel<?>>map(EntityModel::of)
                .toList());
    }

    /** Returns the schema of the entities of {@code models}, as {@link #of(Class...)} does. */
    public static Schema of(EntityModel<?>... models) {
        return of(Arrays.asList(Checks.notNull(models, "models")));
    }

    /** Returns the schema of the entities of {@code models}, as {@link #of(Class...)} does. */
    public static Schema of(Collection<? extends EntityModel<?>> models) {
        List<EntityModel<?>> all = Checks.noNulls(models, "models");
        Checks.argument(!all.isEmpty(), "a schema needs at least one entity");
        return new Schema(new SchemaReader(all).read());
    }

    /**
     * Returns the statements that create the schemas, enum types, tables, indexes and comments, as a script for a
     * migration.
     *
     * @throws MappingException if a column or a key of a table is not fully defined; the message names each gap and its
     *     remedy
     */
    public String ddl() {
        return RENDERER.script(Nodes.of(this).createStatements());
    }

    /**
     * Returns the statements that drop the tables and enum types if they exist, as a script for a migration. Schemas
     * stay.
     */
    public String dropDdl() {
        return RENDERER.script(Nodes.of(this).dropStatements());
    }

    @Override
    public String toString() {
        return "Schema" + Nodes.of(this).tables().stream().map(Table::name).toList();
    }
}
