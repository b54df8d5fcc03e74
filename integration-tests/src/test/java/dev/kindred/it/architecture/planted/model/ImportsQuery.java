package dev.kindred.it.architecture.planted.model;

import dev.kindred.it.architecture.planted.query.ImportsSchema;

public interface ImportsQuery {
    ImportsSchema imported();
}
