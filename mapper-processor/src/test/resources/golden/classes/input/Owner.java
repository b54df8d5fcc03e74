package app;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

@Table
record Owner(@Id Long id, Long accountId) {}
