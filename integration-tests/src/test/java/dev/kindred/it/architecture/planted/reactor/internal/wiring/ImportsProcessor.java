package dev.kindred.it.architecture.planted.reactor.internal.wiring;

import dev.kindred.it.architecture.planted.processor.ImportsInternalRender;

public interface ImportsProcessor {
    ImportsInternalRender imported();
}
