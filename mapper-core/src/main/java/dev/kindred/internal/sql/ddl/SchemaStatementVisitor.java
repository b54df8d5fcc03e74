package dev.kindred.internal.sql.ddl;

/** One method for each kind of {@link SchemaStatement}. A new kind compiles only when every visitor handles it. */
public interface SchemaStatementVisitor<R> {

    /** Visits a {@link SchemaStatement.CreateSchema}. */
    R createSchema(SchemaStatement.CreateSchema statement);

    /** Visits a {@link SchemaStatement.CreateEnum}. */
    R createEnum(SchemaStatement.CreateEnum statement);

    /** Visits a {@link SchemaStatement.AddEnumLabel}. */
    R addEnumLabel(SchemaStatement.AddEnumLabel statement);

    /** Visits a {@link SchemaStatement.CreateTable}. */
    R createTable(SchemaStatement.CreateTable statement);

    /** Visits a {@link SchemaStatement.AddColumn}. */
    R addColumn(SchemaStatement.AddColumn statement);

    /** Visits a {@link SchemaStatement.AlterColumn}. */
    R alterColumn(SchemaStatement.AlterColumn statement);

    /** Visits a {@link SchemaStatement.ContinueIdentity}. */
    R continueIdentity(SchemaStatement.ContinueIdentity statement);

    /** Visits a {@link SchemaStatement.AddConstraint}. */
    R addConstraint(SchemaStatement.AddConstraint statement);

    /** Visits a {@link SchemaStatement.DropConstraint}. */
    R dropConstraint(SchemaStatement.DropConstraint statement);

    /** Visits a {@link SchemaStatement.CreateIndex}. */
    R createIndex(SchemaStatement.CreateIndex statement);

    /** Visits a {@link SchemaStatement.DropIndex}. */
    R dropIndex(SchemaStatement.DropIndex statement);

    /** Visits a {@link SchemaStatement.CommentOn}. */
    R commentOn(SchemaStatement.CommentOn statement);

    /** Visits a {@link SchemaStatement.DropTable}. */
    R dropTable(SchemaStatement.DropTable statement);

    /** Visits a {@link SchemaStatement.DropType}. */
    R dropType(SchemaStatement.DropType statement);
}
