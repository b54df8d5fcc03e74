package dev.kindred.it.architecture.planted.internal.sql;

import dev.kindred.it.architecture.planted.query.ImportsSchema;

public interface ImportsQuery {
    ImportsSchema imported();
}
