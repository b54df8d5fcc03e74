package dev.kindred.examples.batch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kindred.examples.batch.FileRow.LineRow;
import dev.kindred.examples.batch.FileRow.OrderRow;
import dev.kindred.examples.batch.FileRow.UserRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * A CSV file of three levels, without a header. The first column is the kind of the row. An order belongs to the user
 * before it, and a line to the order before it.
 * <pre>
 * user,email,name,telephone,locale
 * order,number,day,total
 * line,article,quantity,price
 * </pre>
 */
public record OrderFile(Path path) {

    /** Generates a file of {@code rows} rows unless the file exists. Calls {@code written} after each row. */
    public void createIfAbsent(long rows, LongConsumer written) {
        if (Files.exists(path)) {
            return;
        }
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (CsvWriter csv = CsvWriter.builder().build(unfinished)) {
                Iterator<String[]> all = GeneratedRows.stream(rows).iterator();
                for (long row = 0; row < rows; row++) {
                    csv.writeRecord(all.next());
                    written.accept(1);
                }
            }
            Files.move(unfinished, path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    /** Counts the rows. */
    public long count() {
        try (CsvReader<CsvRecord> csv = reader()) {
            return csv.stream().count();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /**
     * Returns the rows after the first {@code skipped}. They are read on demand and off the event loops, because file
     * access blocks.
     */
    public Flux<FileRow> rows(long skipped) {
        return Flux.using(
                        this::reader,
                        csv -> Flux.fromIterable(csv).skip(skipped).map(OrderFile::row),
                        csv -> {
                            try {
                                csv.close();
                            } catch (IOException e) {
                                throw new UncheckedIOException("Cannot close " + path, e);
                            }
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private CsvReader<CsvRecord> reader() throws IOException {
        return CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(path);
    }

    private static FileRow row(CsvRecord csv) {
        try {
            return switch (csv.getField(0) + " " + csv.getFieldCount()) {
                case "user 5" ->
                    new UserRow(csv.getField(1), csv.getField(2), nullIfEmpty(csv.getField(3)), csv.getField(4));
                case "order 4" -> new OrderRow(csv.getField(1), LocalDate.parse(csv.getField(2)), number(csv, 3));
                case "line 4" -> new LineRow(csv.getField(1), number(csv, 2), number(csv, 3));
                default -> throw new IllegalArgumentException("It is no user, order or line with all its columns");
            };
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("Cannot read line " + csv.getStartingLineNumber() + " of the file.", e);
        }
    }

    private static int number(CsvRecord csv, int column) {
        return Integer.parseInt(csv.getField(column));
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
