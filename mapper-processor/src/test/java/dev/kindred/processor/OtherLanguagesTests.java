package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Entities that Lombok completes, and those that Kotlin shows to processors as stubs. */
final class OtherLanguagesTests {

    private static final String VALUE = """
            @Table
            @lombok.Value
            public class User {
                @Id @GeneratedValue Long id;
                @Column("user_name") String name;
                boolean active;
            }
            """;
    private static final String GETTERS = """
            @Table
            public class Account {
                @Id private final Long id;
                @lombok.Getter private final String name;
                public Account(Long id, String name) {
                    this.id = id;
                    this.name = name;
                }
                public Long id() { return id; }
            }
            """;

    private static Compilation compile(List<Processor> processors, String... bodies) {
        return Compile.with(
                processors, Arrays.stream(bodies).map(Compile::source).toList());
    }

    /** Returns a new one, since a processor belongs to one compilation. */
    private static Processor lombok() {
        return ServiceLoader.load(Processor.class).stream()
                .filter(provider ->
                        provider.type().getName().startsWith("lombok.launch.AnnotationProcessorHider$Annotation"))
                .findFirst()
                .orElseThrow()
                .get();
    }

    @Test
    void lombokBehindTheProcessorIsNamedWithTheRemedy() {
        assertThat(Compile.errors(compile(List.of(new EntityProcessor(), lombok()), VALUE, GETTERS)))
                .containsExactlyInAnyOrder(
                        "app/User.java:8: User: the class is marked @Value of Lombok, but Lombok has not run yet,"
                                + " so its constructor and accessors are missing. Put lombok before"
                                + " kindred-processor on the annotation processor path.",
                        "app/Account.java:7: Account: the class is marked @Getter of Lombok, but Lombok has not"
                                + " run yet, so its constructor and accessors are missing. Put lombok before"
                                + " kindred-processor on the annotation processor path.");
    }

    @Test
    void lombokBeforeTheProcessorCompletesTheEntity() throws IOException {
        Compilation compilation = compile(List.of(lombok(), new EntityProcessor()), VALUE, GETTERS);

        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(text(compilation, "app.User_"))
                .contains("\"user_name\"", "\"ID GENERATED\"", "entity.getName()", "entity.isActive()");
        assertThat(text(compilation, "app.Account_")).contains("entity.getName()");
    }

    /**
     * What kapt writes for {@code data class Person @JvmOverloads constructor(@Id val id: Long? = null, val name:
     * String = "", val age: Int = 0)}.
     */
    private static JavaFileObject person(String annotation, String more) {
        return JavaFileObjects.forSourceString("app.Person", Compile.IMPORTS + annotation + """

                @Table
                public final class Person {
                    @org.jspecify.annotations.Nullable
                    private final Long id;
                    private final String name;
                    private final int age;
                    public Person(@Id @Nullable Long id, String name, int age) {
                        super();
                        this.id = id;
                        this.name = name;
                        this.age = age;
                    }
                    public Person() {
                        this(null, "", 0);
                    }
                    public Person(@Id @Nullable Long id) {
                        this(id, "", 0);
                    }
                    public final @Nullable Long getId() { return id; }
                    public final String getName() { return name; }
                    public final int getAge() { return age; }
                    public final @Nullable Long component1() { return id; }
                """ + more + "}\n");
    }

    private static List<JavaFileObject> kotlin(JavaFileObject person) {
        JavaFileObject metadata = JavaFileObjects.forSourceString(
                "kotlin.Metadata", "package kotlin; public @interface Metadata { int k() default 1; }");
        return List.of(metadata, person);
    }

    @Test
    void theConstructorsThatKotlinAddsForDefaultsAreNotMeant() throws IOException {
        Compilation compilation =
                Compile.with(List.of(new EntityProcessor()), kotlin(person("@kotlin.Metadata(k = 1)", "")));

        assertThat(Compile.errors(compilation)).isEmpty();
        assertThat(text(compilation, "app.Person_"))
                .contains("entity.getId()", "entity.getName()", "entity.getAge()", "\"ID NULLABLE\"");
    }

    @Test
    void anotherConstructorIsAnErrorInKotlinAndInJava() {
        String constructors =
                "app/Person.java:8: Person: the class has %d non-private constructors. Exactly one constructor must be"
                        + " non-private, and it takes all members. Make the others private, or write a record.";

        assertThat(Compile.errors(Compile.with(
                        List.of(new EntityProcessor()),
                        kotlin(person("@kotlin.Metadata(k = 1)", "public Person(UUID id) { this(); }\n")))))
                .containsExactly(constructors.formatted(2));
        assertThat(Compile.errors(Compile.with(List.of(new EntityProcessor()), List.of(person("", "")))))
                .containsExactly(constructors.formatted(3));
    }

    private static String text(Compilation compilation, String name) throws IOException {
        return compilation
                .generatedSourceFile(name)
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }
}
