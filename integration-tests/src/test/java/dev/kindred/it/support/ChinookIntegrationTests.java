package dev.kindred.it.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfChinook
class ChinookIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create().withChinook();

    @Test
    void allTracksAreThere() {
        assertEquals(3_503, database.postgres().queryLong("select count(*) from track"));
        assertEquals(
                11,
                database.postgres()
                        .queryLong("select count(*) from information_schema.tables where table_schema = 'public'"));
    }

    @Test
    void theScriptIsFoundFromAnyDirectoryBelow(@TempDir Path root) throws IOException {
        Path script = root.resolve("shared/data/chinook/chinook.sql");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "select 1");
        assertEquals(Optional.of(script), Chinook.above(root.resolve("project/module")));
    }
}
