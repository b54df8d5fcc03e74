package dev.kindred.it.architecture.planted.reactor.internal.preload;

import dev.kindred.it.architecture.planted.reactor.internal.persist.ImportsReactorInternalSchema;

public interface ImportsReactorInternalPersist {
    ImportsReactorInternalSchema imported();
}
