package dev.kindred.examples.batch;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;

/**
 * How far the import of a file has come. Its row is written in the transaction that writes the rows of the file, so the two cannot differ.
 *
 * @param file the name of the file
 * @param importedRows how many of its rows are stored
 */
@Table("import_progress")
public record ImportProgress(@Id String file, long importedRows) {}
