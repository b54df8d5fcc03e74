package dev.kindred.it.architecture.planted.reactor.internal.persist;

import dev.kindred.it.architecture.planted.reactor.internal.preload.ImportsReactorInternalPersist;

public interface ImportsReactorInternalPreload {
    ImportsReactorInternalPersist imported();
}
