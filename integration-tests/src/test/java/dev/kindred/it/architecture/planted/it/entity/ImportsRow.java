package dev.kindred.it.architecture.planted.it.entity;

import dev.kindred.it.architecture.planted.reactor.internal.row.ImportsReactorInternalConnection;

public interface ImportsRow {
    ImportsReactorInternalConnection imported();
}
