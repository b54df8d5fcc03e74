package dev.kindred.it.architecture.planted.reactor.internal.schema;

import dev.kindred.it.architecture.planted.internal.preload.ImportsInternalRender;

public interface ImportsInternalPreload {
    ImportsInternalRender imported();
}
