package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Entities of shapes and names that a user rarely writes, and that work all the same. */
final class UnusualEntitiesTests {

    private static String written(Compilation compilation, String name) {
        assertThat(compilation.diagnostics()).isEmpty();
        return compilation
                .generatedSourceFile(name)
                .map(UnusualEntitiesTests::text)
                .orElseThrow();
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> constants(String source) {
        return source.lines()
                .filter(line -> line.startsWith("    public static final "))
                .map(line -> line.replaceAll(" =.*", "").replaceAll(".* ", ""))
                .toList();
    }

    private static List<String> constantsOf(String type, String... bodies) {
        Compilation compilation =
                Compile.of(List.of(bodies).stream().map(Compile::source).toArray(JavaFileObject[]::new));
        return constants(written(compilation, "app." + type + "_"));
    }

    @Test
    void aMemberNamedLikeTheGeneratedClass() {
        Compilation compilation =
                Compile.of(Compile.source("@Table\npublic record User(@Id Long id, String User_, String User__) {}"));

        assertThat(written(compilation, "app.User_"))
                .contains(
                        "String User___,\n",
                        "String User__) {\n",
                        "User_.model.start(new Object[] {id, User___, User__})");
    }

    @Test
    void entitiesOfTheDefaultPackage() {
        String imports = Compile.IMPORTS.replace("package app;\n", "");

        Compilation compilation = Compile.of(
                JavaFileObjects.forSourceString(
                        "User", imports + "@Table public record User(@Id Long id, @HasOne Mono<Profile> profile) {}"),
                JavaFileObjects.forSourceString(
                        "Profile", imports + "@Table public record Profile(@Id Long id, Long userId) {}"));

        assertThat(constants(written(compilation, "User_"))).containsExactly("ID", "PROFILE", "MODEL");
    }

    @Test
    void anEntityWhoseNameEndsAsThatOfAWrittenClass() {
        assertThat(constantsOf("User_", "@Table\npublic record User_(@Id Long id, @HasOne Mono<Note> note) {}", """
                        @Table
                        public record Note(@Id Long id, Long userId) {}
                        """))
                .containsExactly("ID", "NOTE", "MODEL");
    }

    @Test
    void membersWhoseConstantsWouldBeTheSame() {
        assertThat(constantsOf("User", """
                        @Table
                        public record User(
                                @Id Long id,
                                @Column("id2") Long ID,
                                String model,
                                Long userId,
                                @Column("user_id2") Long user_id,
                                @BelongsTo(foreignKey = "userId") Mono<User> the_user,
                                @BelongsTo(foreignKey = "user_id") Mono<User> theUser) {}
                        """))
                .containsExactly("ID", "ID_", "MODEL_", "USER_ID", "USER_ID_", "THE_USER", "THE_USER_", "MODEL");
    }

    @Test
    void membersNamedLikeWordsOfTheLanguageAndOfTheWrittenCode() {
        assertThat(constantsOf("Word", """
                        @Table
                        public record Word(
                                @Id Long id, String record, String var, String yield, String sealed, String Null, \
                        String row, String entity,
                                String instantiate, String list, String select, String $) {}
                        """))
                .contains("RECORD", "VAR", "YIELD", "SEALED", "NULL", "ROW", "ENTITY", "INSTANTIATE", "LIST", "$");
    }

    @Test
    void aRecordThatTakesAnyNumberOfValuesAndOneWithMoreConstructors() {
        assertThat(constantsOf("Tagged", """
                        @Table
                        public record Tagged(@Id Long id, String... tags) {
                            public Tagged {
                                tags = tags.clone();
                            }
                            public Tagged(String tag) {
                                this(null, tag);
                            }
                        }
                        """)).containsExactly("ID", "TAGS", "MODEL");
    }

    @Test
    void aClassThatInheritsItsKeyFromAGenericOne() {
        assertThat(constantsOf("User", """
                        public abstract class Base<T> {
                            private final T id;
                            Base(T id) { this.id = id; }
                            public T getId() { return id; }
                        }
                        """, """
                        @Table
                        public class User extends Base<Long> {
                            private final String name;
                            public User(@Id Long id, String name) {
                                super(id);
                                this.name = name;
                            }
                            public String name() { return name; }
                        }
                        """)).containsExactly("ID", "NAME", "MODEL");
    }

    /** A constructor with as many parameters makes the generated class write the type of the absent member. */
    @Test
    void aMemberOfAnInnerClassOfAGenericClass() {
        Compilation compilation = Compile.of(Compile.source(OUTER), Compile.source("""
                        @Table
                        public record Thing(@Id Long id, @Transient Outer<List<String>>.Middle.Inner inner) {
                            public Thing(Long id, String other) {
                                this(id, (Outer<List<String>>.Middle.Inner) null);
                            }
                        }
                        """));

        assertThat(written(compilation, "app.Thing_")).contains("(Outer<List<String>>.Middle.Inner) null");
    }

    @Test
    void aMemberOfAnInnerClassOfARawOrDeprecatedClass() {
        assertThat(constantsOf("Thing", OUTER, """
                        @Deprecated
                        public class Old {
                            public Old() {}
                        }
                        """, """
                        @Table
                        public record Thing(
                                @Id Long id,
                                @Json @SuppressWarnings("rawtypes") Outer.Middle.Inner raw,
                                @Json @SuppressWarnings("deprecation") List<? extends Old> bounded,
                                @Transient @SuppressWarnings("deprecation") Outer<Old>.Middle.Inner old) {
                            public Thing(Long... ids) {
                                this(ids[0], null, List.of(), null);
                            }
                        }
                        """)).containsExactly("ID", "RAW", "BOUNDED", "MODEL");
    }

    @Test
    void anEntityWithAsManyMembersAsAConstructorTakes() {
        String members = IntStream.range(0, 252).mapToObj(i -> "String c" + i).collect(Collectors.joining(", "));

        assertThat(constantsOf("Wide", "@Table\npublic record Wide(@Id Long id, " + members + ") {}"))
                .hasSize(254);
    }

    private static final String OUTER = """
            public class Outer<T> {
                public Outer() {}
                public class Middle {
                    public Middle() {}
                    public class Inner {
                        public Inner() {}
                    }
                }
            }
            """;
}
