package dev.kindred.it.architecture.planted.internal.render;

import dev.kindred.it.architecture.planted.internal.render.postgres.ImportsModel;

public interface ImportsInternalRenderPostgres {
    ImportsModel imported();
}
