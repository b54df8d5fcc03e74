package dev.kindred.it.architecture.planted.reactor.internal.transaction;

import dev.kindred.it.architecture.planted.reactor.internal.row.ImportsReactorInternalConnection;

public interface ImportsReactorInternalRow {
    ImportsReactorInternalConnection imported();
}
