package dev.kindred.it.architecture.planted.internal.schema;

import dev.kindred.it.architecture.planted.query.ImportsSchema;

public interface ImportsQuery {
    ImportsSchema imported();
}
