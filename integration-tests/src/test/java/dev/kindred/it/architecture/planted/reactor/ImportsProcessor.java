package dev.kindred.it.architecture.planted.reactor;

import dev.kindred.it.architecture.planted.processor.ImportsInternalRender;

public interface ImportsProcessor {
    ImportsInternalRender imported();
}
