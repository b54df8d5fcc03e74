package dev.kindred.it.architecture.planted.query;

import dev.kindred.it.architecture.planted.schema.ImportsQuery;

public interface ImportsSchema {
    ImportsQuery imported();
}
