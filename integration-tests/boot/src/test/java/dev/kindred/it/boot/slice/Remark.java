package dev.kindred.it.boot.slice;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

@Table("remarks")
record Remark(@Id @GeneratedValue @Nullable Long id, Long articleId, String text) {}
