package dev.kindred.internal.util;

import dev.kindred.internal.util.SqlTokens.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The visible effect of the text of raw SQL on the session of its connection.
 *
 * @param refusal why the SQL is refused and what to use instead, or null
 * @param unknown whether it calls something with an unknown effect on the session: a DO block, a procedure or a
 * user-defined function
 */
public record SessionUse(@Nullable String refusal, boolean unknown) {

    /** Analyzes a statement, given as its parts between the values. */
    public static SessionUse ofStatement(List<String> parts) {
        List<Token> tokens = SqlTokens.of(parts);
        @Nullable String refusal = SessionCommands.refusal(tokens);
        return refusal == null ? SessionFunctions.use(tokens) : new SessionUse(refusal, true);
    }

    /** Returns whether a condition, given as its parts between the values, may read a table. */
    public static boolean readsTables(List<String> parts) {
        return SqlTokens.of(parts).stream().anyMatch(token -> token.isWord("select") || token.isWord("table"));
    }

    /** Analyzes a part of a statement, given as its parts between the values. Only function calls count. */
    public static SessionUse ofCondition(List<String> parts) {
        return SessionFunctions.use(SqlTokens.of(parts));
    }
}
