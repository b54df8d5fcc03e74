package dev.kindred.internal.sql;

/** One method for each kind of {@link Statement}. A new kind compiles only when every visitor handles it. */
public interface StatementVisitor<R> {

    /** Visits a select. */
    R select(Select select);

    /** Visits a select with joins. */
    R joinedSelect(JoinedSelect select);

    /** Visits a select of the first rows of each key. */
    R selectOfEach(SelectOfEach select);

    /** Visits a raw statement. */
    R raw(RawStatement raw);

    /** Visits a select over a path. */
    R selectOverPath(SelectOverPath select);

    /** Visits a grouping. */
    R grouping(Grouping grouping);

    /** Visits the aggregates of some keys. */
    R aggregatesOfKeys(AggregatesOfKeys aggregates);

    /** Visits a count. */
    R count(Count count);

    /** Visits an EXISTS test. */
    R exists(Exists exists);

    /** Visits an insert of one row. */
    R insert(Insert insert);

    /** Visits an update. */
    R update(Update update);

    /** Visits a delete. */
    R delete(Delete delete);

    /** Visits an insert of many rows. */
    R insertRows(InsertRows insert);

    /** Visits a write that touches owners. */
    R touchingWrite(TouchingWrite write);

    /** Visits an insert of a parent and its child. */
    R insertWithChild(InsertWithChild insert);

    /** Visits an insert of rows and their pairs. */
    R insertLinked(InsertLinked insert);

    /** Visits an update of many rows, each with its own values. */
    R updateRows(UpdateRows update);

    /** Visits a write of the rows of several callers. */
    R writeOfEach(WriteOfEach write);

    /** Visits a write of pairs. */
    R linkRows(LinkRows links);

    /** Visits an update that sets values aside. */
    R setAside(SetAside aside);

    /** Visits a row lock. */
    R lockRows(LockRows lock);

    /** Visits a COPY. */
    R copyIn(CopyIn copy);
}
