package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.kindred.annotation.Table;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler says about one mistake: one error, at the entity, and nothing about generated code. */
final class CompilerComplaintTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path jar;

    @Test
    void aMonoWithoutAnAnnotationIsToldOfRelations() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        Mono<String> name) {} // error: User.name: a Mono<String> is a relation or has no column. Mark the member with @HasOne if the other table has the foreign key, with @BelongsTo if this table has it, or with @Transient.
                """);
    }

    @Test
    void aWrongTypeOfATimeIsOneMistake() {
        Compile.check("""
                @Table
                public record User(
                        @Id Long id,
                        @CreatedAt Date created, // error: User.created: @CreatedAt requires a member of type Instant, OffsetDateTime, ZonedDateTime or LocalDateTime, but the type is Date. Change the type, or remove @CreatedAt.
                        @SoftDelete boolean removed) {} // error: User.removed: @SoftDelete requires a member of type Instant, OffsetDateTime, ZonedDateTime or LocalDateTime, but the type is boolean. Change the type, or remove @SoftDelete.
                """);
    }

    @Test
    void annotationsAreClaimedWhereKindredIsTheOnlyProcessor() throws IOException, InterruptedException {
        Path source = jar.resolve("User.java");
        Files.writeString(source, Compile.IMPORTS.replace("import reactor.core.publisher.*;", "") + """
                @org.jspecify.annotations.NullMarked
                @Table
                public record User(@Id @GeneratedValue Long id, @Nullable String name) {}
                """);
        // a compiler in this process would find the processor among the classes of this test
        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-Xlint:all,-classfile",
                        "-Werror",
                        "-cp",
                        path(Table.class, Nullable.class),
                        "-processorpath",
                        path(EntityProcessor.class, Table.class, Nullable.class),
                        "-d",
                        jar.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).isEmpty();
        assertThat(javac.waitFor()).isZero();
        assertThat(jar.resolve("app/User_.class")).exists();
    }

    private static String path(Class<?>... classes) {
        return Stream.of(classes)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void aRelatedClassWithoutItsGeneratedClass() throws IOException {
        Compile.save(Compile.of(Compile.source("""
                        @Table
                        public record Profile(@Id Long id, Long userId) {}
                        """)), jar);
        Files.delete(jar.resolve("app/Profile_.class"));

        Compilation compilation = Compile.against(jar, List.of(Compile.source("""
                @Table
                public record User(@Id Long id, @HasOne Mono<Profile> profile) {}
                """)));

        assertThat(Compile.errors(compilation))
                .singleElement()
                .asString()
                .endsWith("User.profile: @HasOne refers to Profile, which was compiled without the class app.Profile_."
                        + " Compile Profile with kindred-processor on its annotation processor path.");
    }

    @Test
    void protectedClassesOfAnotherPackage() {
        Compilation compilation = Compile.of(JavaFileObjects.forSourceString("base.Base", """
                        package base;
                        import dev.kindred.annotation.*;
                        public class Base {
                            protected Base() {}
                            protected enum Mood { GOOD }
                            @Table
                            protected record Profile(@Id Long id, Long userId) {}
                        }
                        """), Compile.source("""
                        public class Holder extends base.Base {
                            private Holder() {}
                            @Table
                            record User(@Id Long id, Mood mood, @HasOne Mono<Profile> profile) {}
                        }
                        """));

        assertThat(Compile.errors(compilation))
                .hasSize(2)
                .anyMatch(error -> error.contains("User.mood: the type Mood is not visible"))
                .anyMatch(error -> error.contains("User.profile: @HasOne refers to Profile, which is not visible"));
    }
}
