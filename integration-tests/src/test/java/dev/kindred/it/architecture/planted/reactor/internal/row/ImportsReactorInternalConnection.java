package dev.kindred.it.architecture.planted.reactor.internal.row;

import dev.kindred.it.architecture.planted.reactor.internal.connection.ImportsReactorInternalRow;

public interface ImportsReactorInternalConnection {
    ImportsReactorInternalRow imported();
}
