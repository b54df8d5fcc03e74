package dev.kindred.it.architecture.planted.processor;

import dev.kindred.it.architecture.planted.internal.render.ImportsInternalRenderPostgres;

public interface ImportsInternalRender {
    ImportsInternalRenderPostgres imported();
}
