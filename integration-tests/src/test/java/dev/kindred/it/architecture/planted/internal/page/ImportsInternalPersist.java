package dev.kindred.it.architecture.planted.internal.page;

import dev.kindred.it.architecture.planted.internal.persist.ImportsSchema;

public interface ImportsInternalPersist {
    ImportsSchema imported();
}
