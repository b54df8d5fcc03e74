package dev.kindred.it.architecture.planted.schema;

import dev.kindred.it.architecture.planted.query.ImportsSchema;

public interface ImportsQuery {
    ImportsSchema imported();
}
