package dev.kindred.it.architecture.planted.annotation;

import dev.kindred.it.architecture.planted.internal.sql.ImportsQuery;

public interface ImportsSql {
    ImportsQuery imported();
}
