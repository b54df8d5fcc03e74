package dev.kindred.sql;

/** One method for each kind of {@link Statement}, so that a new kind does not compile until every visitor handles it. */
public interface StatementVisitor<R> {

    R select(Select select);

    R count(Count count);

    R exists(Exists exists);

    R insert(Insert insert);

    R update(Update update);

    R delete(Delete delete);
}
