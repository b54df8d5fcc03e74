package dev.kindred.internal.sql;

/** One method for each kind of {@link Statement}, so that a new kind does not compile until every visitor handles it. */
public interface StatementVisitor<R> {

    /** Visits a read of rows. */
    R select(Select select);

    /** Visits a read of rows with others beside them. */
    R joinedSelect(JoinedSelect select);

    /** Visits a statement that the user wrote. */
    R raw(RawStatement raw);

    /** Visits a read of groups of rows. */
    R grouping(Grouping grouping);

    /** Visits a count of rows. */
    R count(Count count);

    /** Visits a test for a row. */
    R exists(Exists exists);

    /** Visits a new row. */
    R insert(Insert insert);

    /** Visits a change of rows. */
    R update(Update update);

    /** Visits a removal of rows. */
    R delete(Delete delete);

    /** Visits many new rows. */
    R insertRows(InsertRows insert);

    /** Visits a write that marks what the rows point at as changed. */
    R touchingWrite(TouchingWrite write);

    /** Visits a new row with one that points at it. */
    R insertWithChild(InsertWithChild insert);

    /** Visits a change of many rows, each to values of its own. */
    R updateRows(UpdateRows update);

    /** Visits a lock. */
    R lockRows(LockRows lock);

    /** Visits new rows from a stream. */
    R copyIn(CopyIn copy);
}
