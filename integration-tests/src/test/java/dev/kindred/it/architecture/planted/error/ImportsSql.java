package dev.kindred.it.architecture.planted.error;

import dev.kindred.it.architecture.planted.sql.ImportsQuery;

public interface ImportsSql {
    ImportsQuery imported();
}
