package dev.kindred.it.architecture.planted.internal.persist;

import dev.kindred.it.architecture.planted.schema.ImportsQuery;

public interface ImportsSchema {
    ImportsQuery imported();
}
