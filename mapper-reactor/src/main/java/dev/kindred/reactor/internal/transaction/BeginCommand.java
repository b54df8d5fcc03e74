package dev.kindred.reactor.internal.transaction;

import dev.kindred.reactor.transaction.Isolation;
import dev.kindred.reactor.transaction.TransactionOptions;

/** The command that begins a transaction. */
final class BeginCommand {

    private BeginCommand() {}

    static String of(TransactionOptions options) {
        Isolation isolation = options.isolation();
        String level = isolation == null
                ? ""
                : switch (isolation) {
                    case READ_COMMITTED -> " ISOLATION LEVEL READ COMMITTED";
                    case REPEATABLE_READ -> " ISOLATION LEVEL REPEATABLE READ";
                    case SERIALIZABLE -> " ISOLATION LEVEL SERIALIZABLE";
                };
        return "BEGIN" + level + (options.isReadOnly() ? " READ ONLY" : "");
    }
}
