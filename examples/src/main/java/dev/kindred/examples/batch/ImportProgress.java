package dev.kindred.examples.batch;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/**
 * The progress of a file import. Its row is written in the same transaction as the rows of the file, so the two always
 * agree.
 *
 * @param file the name of the file
 * @param importedRows the number of stored rows of the file
 */
@Table("import_progress")
public record ImportProgress(@Id String file, long importedRows) {}
