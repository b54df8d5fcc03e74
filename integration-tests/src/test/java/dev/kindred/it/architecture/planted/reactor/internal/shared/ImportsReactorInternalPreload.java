package dev.kindred.it.architecture.planted.reactor.internal.shared;

import dev.kindred.it.architecture.planted.reactor.internal.preload.ImportsReactorInternalPersist;

public interface ImportsReactorInternalPreload {
    ImportsReactorInternalPersist imported();
}
