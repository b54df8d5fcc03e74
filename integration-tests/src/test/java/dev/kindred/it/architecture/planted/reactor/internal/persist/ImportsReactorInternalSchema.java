package dev.kindred.it.architecture.planted.reactor.internal.persist;

import dev.kindred.it.architecture.planted.reactor.internal.schema.ImportsInternalPreload;

public interface ImportsReactorInternalSchema {
    ImportsInternalPreload imported();
}
