package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asserts that the Java code of the README and the guide is in a source of this package or of the tests with Boot,
 * verbatim. These sources are compiled and run. Those of Hibernate Reactive are
 * compiled with the benchmarks.
 */
class DocumentationTests {

    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern LAST_CELL = Pattern.compile("(?m)^\\|.*\\| `([^`|]+)` \\|$");
    private static final List<String> SOURCES = List.of(
            "integration-tests/src/test/java/dev/kindred/it/readme",
            "integration-tests/boot/src/test/java/dev/kindred/it/boot",
            "integration-tests/boot/src/test/java/dev/kindred/it/boot/app",
            "integration-tests/boot/src/test/java/dev/kindred/it/boot/migration",
            "integration-tests/boot/src/test/java/dev/kindred/it/boot/migration/after",
            "integration-tests/boot/src/test/java/dev/kindred/it/boot/migration/before",
            "benchmarks/src/test/java/dev/kindred/benchmarks/migration",
            "integration-tests/boot/src/test/resources/fresh/src/main/java/com/example/shop");

    /** ServiceChapterIntegrationTests builds and runs its code. */
    private static final String BUILT_BY_ITSELF = "spring-service.md";

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
        return pages().filter(page -> !page.endsWith(BUILT_BY_ITSELF))
                .flatMap(page -> BLOCK.matcher(text(page)).results().map(block -> block.group(1)));
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
        assertThat(sources()).anyMatch(source -> source.contains(withoutSpace(code)));
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String folder : SOURCES) {
            try (Stream<Path> files = Files.list(project().resolve(folder))) {
                files.filter(Files::isRegularFile).forEach(file -> sources.add(withoutSpace(text(file))));
            }
        }
        return sources;
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
