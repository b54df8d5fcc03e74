package dev.kindred.it.many;

import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/** An order without a primary key. */
@Table("orders")
record DiaryEntry(@Nullable Long clientId, String number) {}
