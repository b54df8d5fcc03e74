package dev.kindred.it.architecture.planted.internal.verify;

import dev.kindred.it.architecture.planted.internal.persist.ImportsSchema;

public interface ImportsInternalPersist {
    ImportsSchema imported();
}
