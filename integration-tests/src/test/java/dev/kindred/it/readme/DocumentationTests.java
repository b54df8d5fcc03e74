package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asserts that the Java code of the README and the guide is in a source of this package, verbatim. These sources are
 * compiled and run.
 */
class DocumentationTests {

    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern LAST_CELL = Pattern.compile("(?m)^\\|.*\\| `([^`|]+)` \\|$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    static Stream<Path> pages() throws IOException {
        List<Path> pages;
        try (Stream<Path> guide = Files.walk(project().resolve("docs/guide"))) {
            pages = guide.filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md").map(project()::resolve), pages.stream());
    }

    static Stream<String> blocks() throws IOException {
        return pages().flatMap(page -> BLOCK.matcher(text(page)).results().map(block -> block.group(1)));
    }

    static Stream<String> phrases() {
        String phraseBook = text(project().resolve("docs/guide/phrase-book.md"));
        return LAST_CELL.matcher(phraseBook).results().map(cell -> cell.group(1));
    }

    @Test
    void theDocumentsShowCode() throws IOException {
        assertThat(blocks()).hasSizeGreaterThan(30);
        assertThat(phrases()).hasSizeGreaterThan(20);
    }

    @Test
    void theReadmeIsShort() {
        assertThat(text(project().resolve("README.md")).lines()).hasSizeLessThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource({"blocks", "phrases"})
    void eachPieceOfCodeIsCompiledAndRun(String code) throws IOException {
        Path sources = project().resolve("integration-tests/src/test/java/dev/kindred/it/readme");
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.map(file -> withoutSpace(text(file))))
                    .anyMatch(source -> source.contains(withoutSpace(code)));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void eachLinkHasATarget(Path page) {
        assertThat(LINK.matcher(text(page)).results().map(link -> page.resolveSibling(link.group(1))))
                .allMatch(Files::exists);
    }

    private static Path project() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("README.md")) && Files.exists(here.resolve("integration-tests"))
                ? here
                : here.getParent();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
