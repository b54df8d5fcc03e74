package dev.kindred.it.architecture.planted.internal.preload;

import dev.kindred.it.architecture.planted.internal.render.ImportsInternalRenderPostgres;

public interface ImportsInternalRender {
    ImportsInternalRenderPostgres imported();
}
