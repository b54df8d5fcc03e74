package dev.kindred.it.architecture.planted.internal.key;

import dev.kindred.it.architecture.planted.internal.persist.ImportsSchema;

public interface ImportsInternalPersist {
    ImportsSchema imported();
}
