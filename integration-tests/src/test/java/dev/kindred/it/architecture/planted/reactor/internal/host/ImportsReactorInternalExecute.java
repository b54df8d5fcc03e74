package dev.kindred.it.architecture.planted.reactor.internal.host;

import dev.kindred.it.architecture.planted.reactor.internal.execute.ImportsReactorInternalPreload;

public interface ImportsReactorInternalExecute {
    ImportsReactorInternalPreload imported();
}
