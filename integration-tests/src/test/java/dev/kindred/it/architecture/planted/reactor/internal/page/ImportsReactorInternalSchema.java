package dev.kindred.it.architecture.planted.reactor.internal.page;

import dev.kindred.it.architecture.planted.reactor.internal.schema.ImportsInternalPreload;

public interface ImportsReactorInternalSchema {
    ImportsInternalPreload imported();
}
