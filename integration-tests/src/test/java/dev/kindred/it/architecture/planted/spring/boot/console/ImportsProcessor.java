package dev.kindred.it.architecture.planted.spring.boot.console;

import dev.kindred.it.architecture.planted.processor.ImportsInternalRender;

public interface ImportsProcessor {
    ImportsInternalRender imported();
}
