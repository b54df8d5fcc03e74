package app;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

@Table("users")
public record User(@Id @GeneratedValue Long id, String email) {}
