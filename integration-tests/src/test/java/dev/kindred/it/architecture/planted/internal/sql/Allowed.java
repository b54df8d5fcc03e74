package dev.kindred.it.architecture.planted.internal.sql;

import dev.kindred.it.architecture.planted.error.Fault;
import dev.kindred.it.architecture.planted.type.ImportsSql;

/** Breaks only the rule that a package is null-marked. */
public record Allowed(ImportsSql type) {
    int[] numbers(int count) {
        if (count == 0) {
            throw new Fault();
        }
        return new int[count];
    }
}
