package dev.kindred.it.architecture.planted.reactor.internal.connection;

import dev.kindred.it.architecture.planted.reactor.internal.row.ImportsReactorInternalConnection;

public interface ImportsReactorInternalRow {
    ImportsReactorInternalConnection imported();
}
