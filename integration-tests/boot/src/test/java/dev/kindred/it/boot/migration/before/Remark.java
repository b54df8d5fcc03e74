package dev.kindred.it.boot.migration.before;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("remarks")
public record Remark(@Id Long id, Long articleId, String text) {}
