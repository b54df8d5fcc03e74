package dev.kindred.it.architecture.planted.reactor.internal.hint;

import dev.kindred.it.architecture.planted.processor.ImportsInternalRender;

public interface ImportsProcessor {
    ImportsInternalRender imported();
}
