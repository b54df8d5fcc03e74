package dev.kindred.it.architecture.planted.spring.boot.observation;

import dev.kindred.it.architecture.planted.processor.ImportsInternalRender;

public interface ImportsProcessor {
    ImportsInternalRender imported();
}
