package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.util.Checks;
import dev.kindred.type.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A DDL statement. Immutable; it binds no values. */
public sealed interface SchemaStatement {

    /** Calls the method of {@code visitor} for this kind of statement. */
    <R> R accept(SchemaStatementVisitor<R> visitor);

    /** Creates a schema if it does not exist. */
    record CreateSchema(String name) implements SchemaStatement {

        public CreateSchema {
            Checks.notBlank(name, "name");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.createSchema(this);
        }
    }

    /** Creates an enum type. */
    record CreateEnum(EnumType type) implements SchemaStatement {

        public CreateEnum {
            Checks.notNull(type, "type");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.createEnum(this);
        }
    }

    /** Adds a label at the end of an enum type. */
    record AddEnumLabel(TypeName type, String label) implements SchemaStatement {

        public AddEnumLabel {
            Checks.notNull(type, "type");
            Checks.notBlank(label, "label");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.addEnumLabel(this);
        }
    }

    /** Creates a table with {@code constraints}, without its indexes and comments. */
    record CreateTable(Table table, List<Constraint> constraints) implements SchemaStatement {

        public CreateTable {
            Checks.notNull(table, "table");
            constraints = Checks.noNulls(constraints, "constraints");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.createTable(this);
        }
    }

    /** Adds a column. */
    record AddColumn(TableName table, TableColumn column) implements SchemaStatement {

        public AddColumn {
            Checks.notNull(table, "table");
            Checks.notNull(column, "column");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.addColumn(this);
        }
    }

    /** Changes a column. */
    record AlterColumn(TableName table, String column, ColumnChange change) implements SchemaStatement {

        public AlterColumn {
            Checks.notNull(table, "table");
            Checks.notNull(column, "column");
            Checks.notNull(change, "change");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.alterColumn(this);
        }
    }

    /** Sets the identity of a column to continue after the greatest existing number. */
    record ContinueIdentity(TableName table, String column) implements SchemaStatement {

        public ContinueIdentity {
            Checks.notNull(table, "table");
            Checks.notNull(column, "column");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.continueIdentity(this);
        }
    }

    /** Adds a constraint. */
    record AddConstraint(TableName table, Constraint constraint) implements SchemaStatement {

        public AddConstraint {
            Checks.notNull(table, "table");
            Checks.notNull(constraint, "constraint");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.addConstraint(this);
        }
    }

    /** Drops a constraint if it and its table exist. */
    record DropConstraint(TableName table, String name) implements SchemaStatement {

        public DropConstraint {
            Checks.notNull(table, "table");
            Checks.notBlank(name, "name");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.dropConstraint(this);
        }
    }

    /** Creates an index. */
    record CreateIndex(TableName table, Index index) implements SchemaStatement {

        public CreateIndex {
            Checks.notNull(table, "table");
            Checks.notNull(index, "index");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.createIndex(this);
        }
    }

    /** Drops an index in the schema of its table, if it exists. */
    record DropIndex(TableName table, String name) implements SchemaStatement {

        public DropIndex {
            Checks.notNull(table, "table");
            Checks.notBlank(name, "name");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.dropIndex(this);
        }
    }

    /** Sets the comment of a table or of one of its columns. */
    record CommentOn(TableName table, @Nullable String column, String text) implements SchemaStatement {

        public CommentOn {
            Checks.notNull(table, "table");
            Checks.notNull(text, "text");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.commentOn(this);
        }
    }

    /** Drops a table if it exists. */
    record DropTable(TableName name) implements SchemaStatement {

        public DropTable {
            Checks.notNull(name, "name");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.dropTable(this);
        }
    }

    /** Drops a type if it exists. */
    record DropType(TypeName name) implements SchemaStatement {

        public DropType {
            Checks.notNull(name, "name");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.dropType(this);
        }
    }
}
