package dev.kindred.examples.batch;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportDemoTests {

    @TempDir
    private Path folder;

    @Test
    void aKilledImportInSmallMemoryResumes() {
        OrderFile file = new OrderFile(folder.resolve("orders.csv"));
        file.createIfAbsent(40_000, written -> {});

        // The demo fails if a row is lost or duplicated, or if the process was not killed before its end.
        assertThatCode(() -> new ImportDemo(file).run()).doesNotThrowAnyException();
    }
}
