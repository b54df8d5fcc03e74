package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares what is written for the entities in {@code src/test/resources/golden/CASE/input} with {@code CASE/output}.
 * To accept what is written now: {@code mvn -pl mapper-processor -am test -Dkindred.golden.update=true}, and read the
 * difference.
 */
final class GoldenTests {

    private static final Path CASES = Path.of("src", "test", "resources", "golden");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesWhatTheFilesSay(Path directory) throws IOException {
        Map<String, String> written = write(inputs(directory));
        if (Boolean.getBoolean("kindred.golden.update")) {
            update(directory.resolve("output"), written);
        }
        assertThat(written).isEqualTo(read(directory.resolve("output")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void writesTheSameInTheOtherOrder(Path directory) throws IOException {
        List<JavaFileObject> inputs = inputs(directory);
        List<JavaFileObject> reversed = new ArrayList<>(inputs);
        Collections.reverse(reversed);

        assertThat(write(reversed)).isEqualTo(write(inputs));
    }

    /**
     * What javac takes long to compile: a lambda or an argument without type arguments that is a call, for each column.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void writesNothingThatTakesLongToCompile(Path directory) throws IOException {
        for (String written : write(inputs(directory)).values()) {
            List<String> constants = written.lines()
                    .filter(line -> line.matches("    public static final .*Column<.*"))
                    .toList();
            assertThat(constants.isEmpty()).isEqualTo(written.contains(" extends GeneratedRepository "));
            assertThat(constants)
                    .allMatch(line -> line.contains(" = model."))
                    .noneMatch(line -> line.contains("->") || line.contains("::"));
            assertThat(written.lines()
                            .filter(line -> line.matches(" *(public |private |protected )?(.* )?class .*\\{")))
                    .hasSize(1);
            assertThat(written.lines().filter(line -> line.matches("    p.*\\) \\{")))
                    .hasSizeLessThanOrEqualTo(6);
        }
    }

    private static List<JavaFileObject> inputs(Path directory) throws IOException {
        return read(directory.resolve("input")).entrySet().stream()
                .map(file -> JavaFileObjects.forSourceString(className(file.getKey()), file.getValue()))
                .toList();
    }

    private static Map<String, String> write(List<JavaFileObject> inputs) throws IOException {
        Compilation compilation = Compile.with(List.of(new EntityProcessor()), inputs);
        assertThat(compilation.diagnostics()).isEmpty();
        Map<String, String> written = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            String name = Path.of(file.toUri().getPath()).getFileName().toString();
            written.put(name, file.getCharContent(false).toString());
        }
        return written;
    }

    private static String className(String file) {
        return "app." + file.replace(".java", "");
    }

    private static Map<String, String> read(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path).replace("\r\n", "\n"));
            }
        }
        return files;
    }

    private static void update(Path directory, Map<String, String> files) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> old = Files.list(directory)) {
            old.forEach(GoldenTests::delete);
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(directory.resolve(file.getKey()), file.getValue());
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
