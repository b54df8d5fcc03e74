package dev.kindred.it.architecture.planted.annotation;

import dev.kindred.it.architecture.planted.sql.ImportsQuery;

public interface ImportsSql {
    ImportsQuery imported();
}
