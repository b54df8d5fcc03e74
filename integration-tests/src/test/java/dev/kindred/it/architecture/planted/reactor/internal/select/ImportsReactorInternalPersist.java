package dev.kindred.it.architecture.planted.reactor.internal.select;

import dev.kindred.it.architecture.planted.reactor.internal.persist.ImportsReactorInternalSchema;

public interface ImportsReactorInternalPersist {
    ImportsReactorInternalSchema imported();
}
