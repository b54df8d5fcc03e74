package dev.kindred.it.architecture.planted.internal.sql.ddl;

import dev.kindred.it.architecture.planted.query.ImportsSchema;

public interface ImportsQuery {
    ImportsSchema imported();
}
