package dev.kindred.it.architecture.planted.internal.sql;

import dev.kindred.it.architecture.planted.error.Fault;
import dev.kindred.it.architecture.planted.type.ImportsSql;

/** Breaks no rule but that its package is not null-marked. */
public record Allowed(ImportsSql type) {
    int[] numbers(int count) {
        if (count == 0) {
            throw new Fault();
        }
        return new int[count];
    }
}
