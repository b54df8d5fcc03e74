package dev.kindred.it.architecture.planted.test.boot;

import dev.kindred.it.architecture.planted.processor.ImportsInternalRender;

public interface ImportsProcessor {
    ImportsInternalRender imported();
}
