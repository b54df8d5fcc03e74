package dev.kindred.it.architecture.planted.internal.query;

import dev.kindred.it.architecture.planted.schema.ImportsQuery;

public interface ImportsSchema {
    ImportsQuery imported();
}
