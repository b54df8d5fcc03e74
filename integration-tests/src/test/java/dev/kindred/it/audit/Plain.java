package dev.kindred.it.audit;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/** Has no auditor. */
@Table("plain")
record Plain(@Id long id) {}
