package dev.kindred.examples.batch;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a file import. Its row is written in the same transaction as the rows of the file, so the two always
 * agree. The next row of the file can be an order of the last user, or a line of the last order.
 *
 * @param file the name of the file
 * @param importedRows the number of stored rows of the file
 * @param userId the last stored user, or null
 * @param orderId the last stored order of this user, or null
 */
@Table("import_progress")
public record ImportProgress(
        @Id String file,
        long importedRows,
        @Nullable Long userId,
        @Nullable Long orderId) {}
