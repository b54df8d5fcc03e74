package app;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

@Table
@Deprecated
public record Address(@Id @GeneratedValue Long id, String street) {}
