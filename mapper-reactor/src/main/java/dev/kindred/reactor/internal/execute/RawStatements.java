package dev.kindred.reactor.internal.execute;

import dev.kindred.error.SessionStateException;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.util.SessionUse;
import dev.kindred.model.RawSql;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the SQL of the user before it is sent. */
public final class RawStatements {

    private static final Set<String> TRANSACTIONS =
            Set.of("begin", "start", "commit", "end", "rollback", "abort", "savepoint", "release", "prepare");

    private RawStatements() {}

    /**
     * Returns {@code sql}. Refuses SQL that changes the session, begins or ends a transaction, or uses the copy
     * protocol.
     */
    public static RawSql allowed(RawSql sql) {
        @Nullable
        String refusal = SessionUse.ofStatement(Nodes.of(sql).text().parts()).refusal();
        if (refusal != null) {
            throw new SessionStateException(refusal);
        }
        String word = Nodes.of(sql).text().firstWord();
        if (TRANSACTIONS.contains(word)) {
            throw new IllegalArgumentException("The SQL is a " + word
                    + " statement, which would bypass the transactions of the mapper. Use transactional(..) or"
                    + " requiresNew(..).");
        }
        if ("copy".equals(word)) {
            throw new IllegalArgumentException(
                    "The SQL is a copy statement, which the driver does not support. Use insertAll(..), or COPY"
                            + " with the driver itself.");
        }
        return sql;
    }
}
