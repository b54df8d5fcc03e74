package dev.kindred.internal.util;

import dev.kindred.internal.util.SqlTokens.Kind;
import dev.kindred.internal.util.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the function calls in a text and their effect on the session. Confined to one thread. */
final class SessionFunctions {

    private static final Set<String> LOCKS = Set.of(
            "pg_advisory_lock",
            "pg_advisory_lock_shared",
            "pg_try_advisory_lock",
            "pg_try_advisory_lock_shared",
            "pg_advisory_unlock",
            "pg_advisory_unlock_shared",
            "pg_advisory_unlock_all");

    /** The words before a table name or an alias that can be followed by a column list. */
    private static final Set<String> BEFORE_COLUMNS = Set.of("into", "table", "references", "as", "with", "recursive");

    /** DDL commands. They call functions only in a SELECT. */
    private static final Set<String> SCHEMA = Set.of("create", "alter", "drop", "comment", "grant", "revoke");

    private static final Set<String> FALSE = Set.of("false", "f", "off", "no", "n", "0");

    private final List<Token> tokens;

    private SessionFunctions(List<Token> tokens) {
        this.tokens = tokens;
    }

    static SessionUse use(List<Token> tokens) {
        boolean isCode = !tokens.isEmpty()
                && (tokens.get(0).isWord("do") || tokens.get(0).isWord("call"));
        boolean isSchema = !tokens.isEmpty()
                && SCHEMA.contains(tokens.get(0).text())
                && tokens.stream().noneMatch(token -> token.isWord("select"));
        return isSchema ? new SessionUse(null, false) : new SessionFunctions(tokens).calls(isCode);
    }

    private SessionUse calls(boolean isCode) {
        boolean unknown = isCode;
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (!tokens.get(at).isName() || !tokens.get(at + 1).isSymbol("(")) {
                continue;
            }
            SessionUse call = call(at);
            if (call.refusal() != null) {
                return call;
            }
            unknown |= call.unknown();
        }
        return new SessionUse(null, unknown);
    }

    private SessionUse call(int at) {
        String name = tokens.get(at).text();
        int first = at;
        while (first >= 2
                && tokens.get(first - 1).isSymbol(".")
                && tokens.get(first - 2).isName()) {
            first -= 2;
        }
        boolean isTable = first > 0
                && tokens.get(first - 1).kind() == Kind.WORD
                && BEFORE_COLUMNS.contains(tokens.get(first - 1).text());
        if (isTable) {
            return new SessionUse(null, false);
        }
        boolean isBuiltIn =
                first == at || (first == at - 2 && tokens.get(first).text().equals("pg_catalog"));
        if (isBuiltIn && LOCKS.contains(name)) {
            return new SessionUse(
                    "The SQL calls " + name + ", whose lock would stay on the pooled connection. Call "
                            + "pg_advisory_xact_lock or pg_try_advisory_xact_lock in a transaction; its end"
                            + " releases the"
                            + " lock.",
                    true);
        }
        if (isBuiltIn && name.equals("set_config")) {
            return setConfig(at + 1);
        }
        return new SessionUse(null, !(isBuiltIn && KnownFunctions.contains(name)));
    }

    /** The last argument of set_config tells whether the setting ends with the transaction. */
    private SessionUse setConfig(int open) {
        List<Token> last = lastArgument(open);
        @Nullable Token value = constant(last);
        if (value != null && isFalse(value)) {
            return new SessionUse(
                    "The SQL calls set_config(.., false), whose setting would stay on the pooled connection. Use"
                            + " set_config(name, value, true) in a transaction.",
                    true);
        }
        return new SessionUse(null, value == null || !value.text().equalsIgnoreCase("true"));
    }

    private static boolean isFalse(Token value) {
        return value.isWord("null") || FALSE.contains(value.text().toLowerCase(Locale.ROOT));
    }

    /** Returns a literal, with or without a cast, or null if the argument is not a literal. */
    private static @Nullable Token constant(List<Token> argument) {
        boolean isConstant = !argument.isEmpty()
                && argument.get(0).kind() != Kind.NAME
                && (argument.size() == 1 || argument.get(1).isSymbol(":"));
        return isConstant ? argument.get(0) : null;
    }

    private List<Token> lastArgument(int open) {
        List<Token> argument = new ArrayList<>();
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
            if (depth == 1 && token.isSymbol(",")) {
                argument.clear();
            } else if (at > open) {
                argument.add(token);
            }
        }
        return argument;
    }
}
