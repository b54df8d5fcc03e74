package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles the golden inputs with the compiler of Eclipse and VS Code, all its warnings on. */
final class EclipseCompilerTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    static Stream<Path> cases() throws IOException {
        return GoldenTests.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void generatedCodeCompilesWithoutWarnings(Path goldenCase) throws IOException {
        Path sources = directory.resolve("sources");
        copy(goldenCase.resolve("input"), sources);
        StringWriter output = new StringWriter();

        boolean succeeded = compile(sources, new PrintWriter(output));

        assertThat(succeeded).as("%s", output).isTrue();
        assertThat(generated()).hasSameSizeAs(files(goldenCase.resolve("output")));
        assertThat(output.toString().lines().filter(line -> line.contains("_.java:")))
                .isEmpty();
    }

    private boolean compile(Path sources, PrintWriter output) throws IOException {
        String path = System.getProperty("java.class.path");
        List<String> arguments =
                new ArrayList<>(List.of("--release", "17", "-encoding", "UTF-8", "-warn:+all", "-Xemacs"));
        arguments.addAll(List.of("-cp", path, "-processorpath", path));
        arguments.addAll(List.of("-processor", EntityProcessor.class.getName()));
        arguments.addAll(List.of("-d", directory.resolve("classes").toString()));
        arguments.addAll(List.of(
                "-s", Files.createDirectories(directory.resolve("generated")).toString()));
        files(sources).forEach(file -> arguments.add(file.toString()));
        return BatchCompiler.compile(arguments.toArray(new String[0]), output, output, null);
    }

    private List<Path> generated() throws IOException {
        return files(directory.resolve("generated"));
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /**
     * Copies the inputs to where their packages belong, {@code marks.Nullable.java} to {@code marks}, and adds the
     * types of Reactor and of the reactive mapper.
     */
    private static void copy(Path inputs, Path sources) throws IOException {
        for (Path input : files(inputs)) {
            String name = input.getFileName().toString().replaceFirst("\\.java$", "");
            String qualified = name.contains(".") ? name : "app." + name;
            write(sources, qualified, Files.readString(input));
        }
        for (Map.Entry<String, String> source : Reactive.sources().entrySet()) {
            write(sources, source.getKey(), source.getValue());
        }
    }

    private static void write(Path sources, String qualified, String text) throws IOException {
        Path file = sources.resolve(qualified.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
