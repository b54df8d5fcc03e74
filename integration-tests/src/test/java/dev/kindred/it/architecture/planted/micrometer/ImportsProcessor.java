package dev.kindred.it.architecture.planted.micrometer;

import dev.kindred.it.architecture.planted.processor.ImportsInternalRender;

public interface ImportsProcessor {
    ImportsInternalRender imported();
}
