package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java of the README stands word for word in a source of this package, which is compiled and run. */
class ReadmeTests {

    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(project().resolve("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
    }

    @Test
    void theReadmeShowsCode() throws IOException {
        assertThat(blocks()).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void eachBlockIsCompiledAndRun(String block) throws IOException {
        Path sources = project().resolve("integration-tests/src/test/java/dev/kindred/it/readme");
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.map(ReadmeTests::withoutSpace)).anyMatch(source -> source.contains(withoutSpace(block)));
        }
    }

    private static Path project() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("README.md")) && Files.exists(here.resolve("integration-tests"))
                ? here
                : here.getParent();
    }

    private static String withoutSpace(Path file) {
        try {
            return withoutSpace(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + file, e);
        }
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
