package dev.kindred.internal.util;

import dev.kindred.internal.util.SqlTokens.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What SQL of a user's does to the session of its connection, as far as its text tells.
 *
 * @param refusal why it must not run and what to use instead, or null
 * @param unknown whether it calls what may change the session unseen: a block, a procedure or a function that PostgreSQL does not bring
 */
public record SessionUse(@Nullable String refusal, boolean unknown) {

    /** Reads a statement, given as its pieces between the values. */
    public static SessionUse ofStatement(List<String> parts) {
        List<Token> tokens = SqlTokens.of(parts);
        @Nullable String refusal = SessionCommands.refusal(tokens);
        return refusal == null ? SessionFunctions.use(tokens) : new SessionUse(refusal, true);
    }

    /** Reads a part of a statement, given as its pieces between the values: only what it calls counts. */
    public static SessionUse ofCondition(List<String> parts) {
        return SessionFunctions.use(SqlTokens.of(parts));
    }
}
