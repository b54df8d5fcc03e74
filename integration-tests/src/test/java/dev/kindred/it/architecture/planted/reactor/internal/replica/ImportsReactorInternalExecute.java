package dev.kindred.it.architecture.planted.reactor.internal.replica;

import dev.kindred.it.architecture.planted.reactor.internal.execute.ImportsReactorInternalPreload;

public interface ImportsReactorInternalExecute {
    ImportsReactorInternalPreload imported();
}
