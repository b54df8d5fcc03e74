package app;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

@Table
public record Team(@Id long id, String name) {}
