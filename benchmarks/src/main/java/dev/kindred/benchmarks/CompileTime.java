package dev.kindred.benchmarks;

import dev.kindred.benchmarks.harness.Summary;
import dev.kindred.benchmarks.report.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Measures the compile time that the processor adds. Each round compiles the same entities with and without the
 * processor, in fresh compilers and in alternating order. Prints the ratio.
 */
public final class CompileTime {

    private static final List<String> MEMBERS = List.of(
            "@Id @GeneratedValue Long id",
            "@Column(length = 80) String email",
            "String name",
            "@Nullable String phone",
            "int amount",
            "long total",
            "Integer boxed",
            "@Nullable Long nextId",
            "boolean active",
            "BigDecimal price",
            "UUID uuid",
            "Instant seenAt",
            "LocalDate day",
            "@Nullable OffsetDateTime closedAt",
            "double ratio",
            "@Version long version",
            "@CreatedAt Instant createdAt",
            "@UpdatedAt Instant updatedAt",
            "Kind kind",
            "List<String> tags",
            "byte[] data",
            "short small");

    private final Path folder;
    private final int entities;

    private CompileTime(Path folder, int entities) {
        this.folder = folder;
        this.entities = entities;
    }

    /** Takes two arguments: the number of entities (default 500) and the number of rounds (default 5). */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int entities = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Machine.describe().forEach(line -> System.out.println("# " + line));
        CompileTime measured = new CompileTime(Files.createTempDirectory("compile-time"), entities);
        measured.writeSources();
        double[] ratios = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            boolean isBareFirst = round % 2 == 0;
            double first = measured.seconds(!isBareFirst);
            double second = measured.seconds(isBareFirst);
            ratios[round] = isBareFirst ? second / first : first / second;
        }
        Summary summary = Summary.of(ratios);
        System.out.printf(
                Locale.ROOT,
                "ratio compile-%d processor/bare %.2f %.2f %.2f%n",
                entities,
                summary.median(),
                summary.min(),
                summary.max());
    }

    private void writeSources() throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < entities; i++) {
            Path file = folder.resolve("app").resolve("Entity" + i + ".java");
            Files.createDirectories(file.getParent());
            Files.writeString(file, source(i));
            files.add(file.toString());
        }
        Files.write(folder.resolve("sources"), files);
    }

    private String source(int number) {
        int next = (number + 1) % entities;
        int previous = (number + entities - 1) % entities;
        String members = MEMBERS.stream().map(member -> "    " + member + ",\n").collect(Collectors.joining());
        String imports = """
                package app;
                import dev.kindred.annotation.*;
                import java.math.BigDecimal;
                import java.time.*;
                import java.util.*;
                import org.jspecify.annotations.Nullable;
                import reactor.core.publisher.Mono;
                """;
        return imports
                + "@Table\npublic record Entity" + number + "(\n" + members
                + "    @BelongsTo Mono<Entity" + next + "> next,\n"
                + "    @HasOne(foreignKey = \"nextId\") Mono<Entity" + previous + "> previous) {\n"
                + "    public enum Kind { OPEN, CLOSED }\n}\n";
    }

    private double seconds(boolean withProcessor) throws IOException, InterruptedException {
        String path = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(), "-nowarn", "--release", "17"));
        command.addAll(List.of("-cp", path, "-d", folder.resolve("classes").toString()));
        command.addAll(
                withProcessor
                        ? List.of("-processorpath", path, "-processor", "dev.kindred.processor.EntityProcessor")
                        : List.of("-proc:none"));
        command.add("@" + folder.resolve("sources"));
        long start = System.nanoTime();
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (status != 0) {
            throw new IOException("javac failed with status " + status);
        }
        System.out.printf(
                Locale.ROOT, "seconds compile-%d %s %.1f%n", entities, withProcessor ? "processor" : "bare", seconds);
        return seconds;
    }
}
