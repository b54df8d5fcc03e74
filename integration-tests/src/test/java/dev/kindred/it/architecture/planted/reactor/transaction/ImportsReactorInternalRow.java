package dev.kindred.it.architecture.planted.reactor.transaction;

import dev.kindred.it.architecture.planted.reactor.internal.row.Commands;

class ImportsReactorInternalRow {
    Class<?> use() {
        return Commands.class;
    }
}
