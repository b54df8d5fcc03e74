package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Entities that need each other, in every order, and what other processors write in the same compilation. */
final class RoundsTests {

    private static final String USER = """
            @Table
            public record User(@Id Long id, @HasOne Mono<Profile> profile) {}
            """;
    private static final String PROFILE = """
            @Table
            public record Profile(@Id Long id, Long userId, @BelongsTo Mono<User> user) {}
            """;

    /** Writes one class in each round. */
    private static final class Generator extends AbstractProcessor {

        private final Iterator<String> bodies;

        Generator(String... bodies) {
            this.bodies = List.of(bodies).iterator();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (bodies.hasNext()) {
                write(Compile.source(bodies.next()));
            }
            return false;
        }

        private void write(JavaFileObject source) {
            String name = source.getName().replace('/', '.').replace(".java", "");
            try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
                writer.append(source.getCharContent(false));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Compilation generating(List<String> generated, String... bodies) {
        List<JavaFileObject> sources =
                List.of(bodies).stream().map(Compile::source).toList();
        return Compile.with(List.of(new EntityProcessor(), new Generator(generated.toArray(new String[0]))), sources);
    }

    private static void assertWritten(Compilation compilation, String... names) {
        assertThat(compilation.diagnostics()).isEmpty();
        for (String name : names) {
            assertThat(compilation.generatedSourceFile("app." + name)).isPresent();
        }
    }

    @Test
    void twoEntitiesReferToEachOtherInEitherOrder() {
        assertWritten(Compile.of(Compile.source(USER), Compile.source(PROFILE)), "User_", "Profile_");
        assertWritten(Compile.of(Compile.source(PROFILE), Compile.source(USER)), "User_", "Profile_");
    }

    @Test
    void anEntityWaitsForARelatedOneThatIsGenerated() {
        assertWritten(generating(List.of(PROFILE), USER), "User_", "Profile_");
        assertWritten(generating(List.of(USER), PROFILE), "User_", "Profile_");
    }

    @Test
    void anEntityWaitsAsLongAsSomethingIsGenerated() {
        String unrelated = "public class Unrelated { Unrelated() {} }";
        assertWritten(generating(List.of(unrelated, PROFILE), USER), "User_", "Profile_");
    }

    @Test
    void anEntityWaitsForTheTypeOfAColumn() {
        assertWritten(generating(List.of("public enum Mood { GOOD }"), """
                        @Table
                        public record User(@Id Long id, List<Mood> moods) {}
                        """), "User_");
    }

    @Test
    void anEntityWaitsForACodec() {
        String codec = """
                public class LongCodec implements dev.kindred.type.Codec<Object, Long> {
                    LongCodec() {}
                    public Long encode(Object value) { return 1L; }
                    public Object decode(Long value) { return value; }
                }
                """;
        assertWritten(generating(List.of(codec), """
                        @Table
                        public record User(@Id Long id, @Column(codec = LongCodec.class) Object other) {}
                        """), "User_");
    }

    @Test
    void anEntityWaitsForTheCodecOfAType() {
        String codec = """
                public class MoneyCodec implements dev.kindred.type.Codec<Money, Long> {
                    MoneyCodec() {}
                    public Long encode(Money value) { return value.cents(); }
                    public Money decode(Long value) { return new Money(value); }
                }
                """;
        String money = "@DefaultCodec(MoneyCodec.class)\npublic record Money(long cents) {}";
        String user = """
                @Table
                public record User(@Id Long id, Money money) {}
                """;
        assertWritten(generating(List.of(codec), user, money), "User_");
    }

    @Test
    void anEntityWaitsForTheCodecsOfItsPackage() {
        String codec = """
                public class UriCodec implements dev.kindred.type.Codec<java.net.URI, String> {
                    UriCodec() {}
                    public String encode(java.net.URI value) { return value.toString(); }
                    public java.net.URI decode(String value) { return java.net.URI.create(value); }
                }
                """;
        JavaFileObject packageInfo = JavaFileObjects.forSourceString(
                "app.package-info", "@dev.kindred.annotation.DefaultCodec(UriCodec.class) package app;");
        JavaFileObject user = Compile.source("""
                @Table
                public record User(@Id Long id, java.net.URI page) {}
                """);

        assertWritten(
                Compile.with(List.of(new EntityProcessor(), new Generator(codec)), List.of(packageInfo, user)),
                "User_");
        assertThat(Compile.errors(Compile.of(packageInfo, user)))
                .anyMatch(error -> error.contains("unknown type: the codec of the package app."));
    }

    @Test
    void anEntityWaitsForASuperclass() {
        String base = """
                public class Base {
                    final Long id;
                    Base(Long id) { this.id = id; }
                }
                """;
        assertWritten(generating(List.of(base), """
                        @Table
                        public class User extends Base {
                            public User(@Id Long id) { super(id); }
                        }
                        """), "User_");
    }

    @Test
    void anEntityWaitsForTheTypesOfARelatedOne() {
        String profile = """
                @Table
                public record Profile(@Id Long id, Long userId, Mood mood) {}
                """;
        assertWritten(generating(List.of("public enum Mood { GOOD }"), USER, profile), "User_", "Profile_");
    }

    private static final String USERS = """
            @KindredRepository
            public interface Users extends dev.kindred.reactor.EntityRepository<User, Long> {}
            """;

    @Test
    void aRepositoryWaitsForItsEntity() {
        String user = "@Table\npublic record User(@Id Long id) {}";
        assertWritten(generating(List.of(user), USERS), "User_", "Users_");
    }

    @Test
    void aRepositoryWaitsForTheTypeOfTheKey() {
        assertWritten(
                generating(
                        List.of("public enum Mood { GOOD }"),
                        "@Table\npublic record User(@Id Mood mood) {}",
                        USERS.replace("Long", "Mood")),
                "User_",
                "Users_");
    }

    @Test
    void aRepositoryWaitsForAnInterface() {
        assertWritten(
                generating(
                        List.of("public interface Named {}"),
                        "@Table\npublic record User(@Id Long id) {}",
                        USERS.replace("extends", "extends Named,")),
                "User_",
                "Users_");
    }

    @Test
    void anEntityOfARepositoryThatNeverComesIsAnError() {
        assertThat(Compile.errors(generating(List.of(), USERS)))
                .contains(
                        "app/Users.java:7: Users: no class was generated for this repository, since it uses an unknown"
                                + " type: User. Check its name and its import, and that the processor that generates it"
                                + " runs.");
    }

    @Test
    void aTypeThatNeverComesIsAnError() {
        assertThat(Compile.errors(generating(List.of(), USER)))
                .contains("app/User.java:7: User: no class was generated for this entity, since it uses an unknown"
                        + " type: Mono<Profile>. Check its name and its import, and that the processor"
                        + " that generates it runs.");
    }

    @Test
    void aCodecThatNeverComesIsAnError() {
        String user = """
                @Table
                public record User(
                    @Id Long id,
                    @Column(codec = Missing.class) Object other) {}
                """;
        assertThat(Compile.errors(generating(List.of(), user)))
                .contains("app/User.java:9: User: no class was generated for this entity, since it uses an unknown"
                        + " type: the codec of other. Check its name and its import, and that the"
                        + " processor that generates it runs.");
    }

    @Test
    void aTypeOfARelatedEntityThatNeverComesIsAnErrorAtTheRelation() {
        String profile = """
                @Table
                public record Profile(@Id Long id, Long userId, Missing missing) {}
                """;
        assertThat(Compile.errors(generating(List.of(), USER, profile)))
                .contains("app/User.java:7: User: no class was generated for this entity, since it uses an unknown"
                        + " type: that of Profile.missing. Check its name and its import, and that the"
                        + " processor that generates it runs.");
    }
}
