package dev.kindred.internal.sql.ddl;

import dev.kindred.internal.util.Checks;
import dev.kindred.type.TableName;
import dev.kindred.type.TypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that makes, changes or drops a part of a schema. Immutable; it binds no value. */
public sealed interface SchemaStatement {

    /** Calls the method of {@code visitor} that stands for this kind of statement. */
    <R> R accept(SchemaStatementVisitor<R> visitor);

    /** Makes a schema unless it is there. */
    record CreateSchema(String name) implements SchemaStatement {

        public CreateSchema {
            Checks.notBlank(name, "name");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.createSchema(this);
        }
    }

    /** Makes an enum type. */
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

    /** Makes a table with {@code constraints}, without its indexes and comments. */
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

    /** Lets the identity of a column go on behind the highest number that is there. */
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

    /** Drops a constraint; when it or the table is not there, nothing. */
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

    /** Makes an index. */
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

    /** Drops an index, which is in the schema of its table; when it is not there, nothing. */
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

    /** Says what a table, or a column of it, is for. */
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

    /** Drops a table; when it is not there, nothing. */
    record DropTable(TableName name) implements SchemaStatement {

        public DropTable {
            Checks.notNull(name, "name");
        }

        @Override
        public <R> R accept(SchemaStatementVisitor<R> visitor) {
            return visitor.dropTable(this);
        }
    }

    /** Drops a type; when it is not there, nothing. */
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
