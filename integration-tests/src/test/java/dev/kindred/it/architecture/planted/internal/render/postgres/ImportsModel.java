package dev.kindred.it.architecture.planted.internal.render.postgres;

import dev.kindred.it.architecture.planted.model.ImportsQuery;

public interface ImportsModel {
    ImportsQuery imported();
}
