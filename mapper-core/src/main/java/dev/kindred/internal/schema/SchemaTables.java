package dev.kindred.internal.schema;

import dev.kindred.error.MappingException;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.ddl.Constraint;
import dev.kindred.internal.sql.ddl.Constraint.ForeignKey;
import dev.kindred.internal.sql.ddl.EnumType;
import dev.kindred.internal.sql.ddl.SchemaStatement;
import dev.kindred.internal.sql.ddl.Table;
import dev.kindred.internal.util.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables and enum types of a schema, and the statements that create and drop them. Immutable and thread-safe. */
public final class SchemaTables {

    static final Comparator<TableName> BY_NAME = Comparator.<TableName, String>comparing(
                    table -> Objects.requireNonNullElse(table.schema(), ""))
            .thenComparing(TableName::name);

    private final List<EntityTable> entities;
    private final List<EnumType> enumTypes;

    SchemaTables(List<EntityTable> entities, List<EnumType> enumTypes) {
        List<TableName> order = TableOrder.of(entities);
        this.entities = entities.stream()
                .sorted(Comparator.comparing(
                        entity -> order.indexOf(entity.table().name())))
                .toList();
        this.enumTypes = enumTypes;
    }

    /** Returns the entities with their tables, each after the tables that it references. */
    public List<EntityTable> entities() {
        return entities;
    }

    /** Returns the tables, each after the tables that it references. */
    public List<Table> tables() {
        return entities.stream().map(EntityTable::table).toList();
    }

    /** Returns the PostgreSQL enum types, by name. */
    public List<EnumType> enumTypes() {
        return enumTypes;
    }

    /**
     * Returns the statements that create the schemas, enum types, tables, indexes and comments.
     *
     * @throws MappingException if a table is not fully defined; the message names each gap and its remedy
     */
    public List<SchemaStatement> createStatements() {
        List<String> gaps =
                entities.stream().flatMap(entity -> entity.gaps().stream()).toList();
        if (!gaps.isEmpty()) {
            throw new MappingException("The schema cannot be created: " + String.join(" ", gaps));
        }
        List<SchemaStatement> statements = new ArrayList<>();
        schemas().forEach(name -> statements.add(new SchemaStatement.CreateSchema(name)));
        enumTypes.forEach(type -> statements.add(new SchemaStatement.CreateEnum(type)));
        List<SchemaStatement> last = new ArrayList<>();
        for (EntityTable entity : entities) {
            statements.addAll(createStatements(entity));
            late(entity)
                    .forEach(key -> last.add(
                            new SchemaStatement.AddConstraint(entity.table().name(), key)));
        }
        statements.addAll(last);
        return List.copyOf(statements);
    }

    /**
     * Returns the statements that create the table of {@code entity}, without the foreign keys that must follow all
     * tables.
     */
    public List<SchemaStatement> createStatements(EntityTable entity) {
        Table table = Checks.notNull(entity, "entity").table();
        List<ForeignKey> late = late(entity);
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> !late.contains(constraint))
                .toList();
        List<SchemaStatement> statements = new ArrayList<>();
        statements.add(new SchemaStatement.CreateTable(table, constraints));
        table.indexes().forEach(index -> statements.add(new SchemaStatement.CreateIndex(table.name(), index)));
        if (table.comment() != null) {
            statements.add(new SchemaStatement.CommentOn(table.name(), null, table.comment()));
        }
        table.columns().stream()
                .filter(column -> column.comment() != null)
                .forEach(column -> statements.add(new SchemaStatement.CommentOn(
                        table.name(), column.name(), Objects.requireNonNull(column.comment()))));
        return List.copyOf(statements);
    }

    /** Returns the statements that drop the tables and enum types if they exist. They do not drop schemas. */
    public List<SchemaStatement> dropStatements() {
        List<SchemaStatement> constraints = new ArrayList<>();
        List<SchemaStatement> tables = new ArrayList<>();
        for (EntityTable entity : entities) {
            TableName table = entity.table().name();
            late(entity).forEach(key -> constraints.add(new SchemaStatement.DropConstraint(table, key.name())));
            tables.add(new SchemaStatement.DropTable(table));
        }
        Collections.reverse(tables);
        Stream<SchemaStatement> types = enumTypes.stream().map(type -> new SchemaStatement.DropType(type.name()));
        return Stream.of(constraints.stream(), tables.stream(), types)
                .flatMap(statements -> statements)
                .toList();
    }

    /** Returns the foreign keys of a table that reference a table created later. */
    public List<ForeignKey> late(EntityTable entity) {
        Set<TableName> later = new HashSet<>();
        for (EntityTable each : entities.subList(entities.indexOf(Checks.notNull(entity, "entity")), entities.size())) {
            later.add(each.table().name());
        }
        TableName itself = entity.table().name();
        return entity.table().constraints(ForeignKey.class).stream()
                .filter(key -> later.contains(key.target()) && !key.target().equals(itself))
                .toList();
    }

    private Set<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        for (EntityTable entity : entities) {
            if (entity.table().name().schema() != null) {
                schemas.add(entity.table().name().schema());
            }
        }
        for (EnumType type : enumTypes) {
            int dot = type.name().name().indexOf('.');
            if (dot > 0) {
                schemas.add(type.name().name().substring(0, dot));
            }
        }
        return schemas;
    }
}
