package dev.kindred.internal.util;

import dev.kindred.internal.util.SqlTokens.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The commands whose effect outlives the transaction. Has no state. */
final class SessionCommands {

    private static final String OUTLIVES = ", whose effect would stay on the pooled connection. ";
    private static final Set<String> TEMPORARY = Set.of("temp", "temporary");
    private static final Set<String> BEFORE_TEMPORARY = Set.of("or", "replace", "global", "local", "recursive");

    private SessionCommands() {}

    /** Returns why the statement {@code tokens} is refused and what to use instead, or null if it is allowed. */
    static @Nullable String refusal(List<Token> tokens) {
        String word = wordAt(tokens, 0);
        return switch (word) {
            case "set" -> set(tokens);
            case "reset" -> refused("RESET", "Use SET LOCAL name TO DEFAULT in a transaction.");
            case "listen", "unlisten" ->
                refused(
                        "LISTEN or UNLISTEN",
                        "Listen on a driver connection outside the pool, with getNotifications().");
            case "load" -> refused("LOAD", "Set session_preload_libraries for the role or the database.");
            case "discard" -> refused("DISCARD", "The mapper resets a connection where necessary.");
            case "prepare" -> "transaction".equals(wordAt(tokens, 1)) ? null : prepared();
            case "execute", "deallocate" -> prepared();
            case "declare" ->
                hasPair(tokens, "with", "hold")
                        ? refused("DECLARE .. WITH HOLD", "Use a cursor without hold in a transaction, or stream().")
                        : null;
            case "create", "select", "with", "explain" -> temporary(tokens, word);
            default -> null;
        };
    }

    private static String prepared() {
        return refused(
                "PREPARE, EXECUTE or DEALLOCATE", "The driver prepares statements itself; use named values, :name.");
    }

    private static @Nullable String set(List<Token> tokens) {
        String what = wordAt(tokens, 1);
        if ("local".equals(what) || "transaction".equals(what) || "constraints".equals(what)) {
            return null;
        }
        return refused(
                "SET",
                "Use SET LOCAL or set_config(name, value, true) in a transaction, or an"
                        + " option of the connection for all statements.");
    }

    /** A temporary table with ON COMMIT DROP leaves no trace. */
    private static @Nullable String temporary(List<Token> tokens, String word) {
        boolean creates = "create".equals(word) ? createsTemporary(tokens) : selectsIntoTemporary(tokens);
        return creates && !(hasPair(tokens, "on", "commit") && hasPair(tokens, "commit", "drop"))
                ? refused("a temporary object", "Use CREATE TEMPORARY TABLE .. ON COMMIT DROP in a transaction.")
                : null;
    }

    private static boolean createsTemporary(List<Token> tokens) {
        int at = 1;
        while (BEFORE_TEMPORARY.contains(wordAt(tokens, at))) {
            at++;
        }
        return TEMPORARY.contains(wordAt(tokens, at))
                || IntStream.range(0, tokens.size()).anyMatch(name -> isInTemporarySchema(tokens, name));
    }

    private static boolean selectsIntoTemporary(List<Token> tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).isWord("create") && createsTemporary(tokens.subList(at, tokens.size()))) {
                return true;
            }
            boolean into =
                    tokens.get(at).isWord("into") && !wordAt(tokens, at - 1).equals("insert");
            int next = BEFORE_TEMPORARY.contains(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
            if (into && (TEMPORARY.contains(wordAt(tokens, next)) || isInTemporarySchema(tokens, next))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInTemporarySchema(List<Token> tokens, int at) {
        return at + 1 < tokens.size()
                && tokens.get(at).isName()
                && tokens.get(at).text().equals("pg_temp")
                && tokens.get(at + 1).isSymbol(".");
    }

    private static boolean hasPair(List<Token> tokens, String first, String second) {
        for (int at = 1; at < tokens.size(); at++) {
            if (tokens.get(at - 1).isWord(first) && tokens.get(at).isWord(second)) {
                return true;
            }
        }
        return false;
    }

    private static String wordAt(List<Token> tokens, int at) {
        return at >= 0 && at < tokens.size() && tokens.get(at).kind() == SqlTokens.Kind.WORD
                ? tokens.get(at).text()
                : "";
    }

    private static String refused(String command, String remedy) {
        return "The SQL is or has " + command + OUTLIVES + remedy;
    }
}
