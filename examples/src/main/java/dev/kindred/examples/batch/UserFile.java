package dev.kindred.examples.batch;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.kindred.examples.data.People;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** A CSV file with the columns email, name, telephone and locale, and no header. */
public record UserFile(Path path) {

    private static final int COLUMNS = 4;

    /** Generates a file of {@code rows} users unless the file exists. Calls {@code written} after each row. */
    public void createIfAbsent(long rows, LongConsumer written) {
        if (Files.exists(path)) {
            return;
        }
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            try (CsvWriter csv = CsvWriter.builder().build(unfinished)) {
                People.stream(rows).forEach(person -> {
                    String telephone =
                            person.profile() == null ? null : person.profile().telephone();
                    String name =
                            person.profile() == null ? "" : person.profile().name();
                    String locale =
                            person.profile() == null ? "en" : person.profile().locale();
                    csv.writeRecord(person.email(), name, telephone == null ? "" : telephone, locale);
                    written.accept(1);
                });
            }
            Files.move(unfinished, path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    /** Counts the rows. */
    public long count() {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(path)) {
            return csv.stream().count();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /**
     * Returns the rows after the first {@code skipped}. They are read on demand and off the event loops, because file
     * access blocks.
     */
    public Flux<UserRow> rows(long skipped) {
        return Flux.using(
                        () -> CsvReader.builder().ofCsvRecord(path),
                        csv -> Flux.fromIterable(csv).skip(skipped).map(UserFile::row),
                        csv -> {
                            try {
                                csv.close();
                            } catch (IOException e) {
                                throw new UncheckedIOException("Cannot close " + path, e);
                            }
                        })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static UserRow row(CsvRecord csv) {
        if (csv.getFieldCount() != COLUMNS) {
            throw new IllegalArgumentException("Line " + csv.getStartingLineNumber() + " has " + csv.getFieldCount()
                    + " columns; it needs email, name, telephone and locale.");
        }
        return new UserRow(csv.getField(0), csv.getField(1), nullIfEmpty(csv.getField(2)), csv.getField(3));
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
