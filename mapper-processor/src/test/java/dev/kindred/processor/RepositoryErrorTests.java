package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import org.junit.jupiter.api.Test;

final class RepositoryErrorTests {

    private static final String USER = """
            @Table
            public record User(@Id @GeneratedValue Long id, String email) {}
            """;
    private static final String LINE = """
            @Table
            public record Line(@Id long orderId, @Id Integer number, String text) {}
            """;
    private static final String IMPORT = "import dev.kindred.reactor.*;\n";

    private static void check(String repository) {
        Compile.check(USER, LINE, IMPORT + repository);
    }

    @Test
    void aRepositoryIsAnInterface() {
        check("""
                @KindredRepository
                public abstract class Users implements EntityRepository<User, Long> {} // error: Users: @KindredRepository marks a type that is not an interface. Write an interface that extends EntityRepository, with an entity and the type of its key.
                """);
        check("""
                @KindredRepository
                public enum Users { ONE } // error: Users: @KindredRepository marks a type that is not an interface. Write an interface that extends EntityRepository, with an entity and the type of its key.
                """);
    }

    @Test
    void aRepositoryExtendsTheBase() {
        check("""
                @KindredRepository
                public interface Users {} // error: Users: a repository extends EntityRepository, with an entity and the type of its key. Write "interface Users extends EntityRepository<User, Long>" with your types.
                """);
    }

    @Test
    void theBaseHasTypeArguments() {
        assertThat(Compile.errors(USER, IMPORT + """
                @SuppressWarnings("rawtypes")
                @KindredRepository
                public interface Users extends EntityRepository {}
                """))
                .containsExactly("app/Users.java:9: Users: EntityRepository has no type arguments. Write the entity and"
                        + " the type of its key, for example EntityRepository<User, Long>.");
    }

    @Test
    void aRepositoryHasNoTypeParameters() {
        check("""
                @KindredRepository
                public interface Users<E> extends EntityRepository<E, Long> {} // error: Users: a repository cannot have type parameters, since one class implements it. Remove @KindredRepository here, and mark an interface that extends Users with type arguments.
                """);
    }

    @Test
    void aRepositoryIsNotPrivate() {
        check("""
                public class Outer {
                    private Outer() {}
                    @KindredRepository
                    private interface Users extends EntityRepository<User, Long> {} // error: Users: a repository and the classes around it cannot be private, since the generated class implements it. Make it at least package-private.
                    private interface Inner {
                        @KindredRepository
                        interface Lines extends EntityRepository<User, Long> {} // error: Lines: a repository and the classes around it cannot be private, since the generated class implements it. Make it at least package-private.
                    }
                }
                """);
    }

    @Test
    void aRepositoryIsNotSealed() {
        check("""
                public class Outer {
                    private Outer() {}
                    @KindredRepository
                    sealed interface Users extends EntityRepository<User, Long> permits Own {} // error: Users: a repository cannot be sealed, since the generated class implements it. Remove "sealed".
                    non-sealed interface Own extends Users {}
                }
                """);
    }

    @Test
    void theFirstTypeArgumentIsAnEntity() {
        check("""
                @KindredRepository
                public interface Texts extends EntityRepository<String, Long> {} // error: Texts: String is not an entity. Mark it @Table, or write an entity as the first type argument of EntityRepository.
                """);
        check("""
                @KindredRepository
                public interface Lists extends EntityRepository<List<User>, Long> {} // error: Lists: List<User> is not an entity. Mark it @Table, or write an entity as the first type argument of EntityRepository.
                """);
    }

    @Test
    void theEntityHasAKey() {
        Compile.check("""
                @Table
                public record Note(String text) {}
                """, IMPORT + """
                @KindredRepository
                public interface Notes extends EntityRepository<Note, Long> {} // error: Notes: Note has no @Id, and a repository finds entities by their key. Mark the key of Note, or use mapper.from(Note.class) without a repository.
                """);
    }

    @Test
    void theKeyHasTheTypeOfTheMember() {
        check("""
                @KindredRepository
                public interface Users extends EntityRepository<User, Integer> {} // error: Users: the key of User is 'id' of type Long, but the repository has the key type Integer. Write EntityRepository<User, Long>.
                """);
    }

    @Test
    void aPrimitiveKeyIsNamedWithItsBoxedType() {
        Compile.check("""
                @Table
                public record Seat(@Id int number) {}
                """, IMPORT + """
                @KindredRepository
                public interface Seats extends EntityRepository<Seat, Long> {} // error: Seats: the key of Seat is 'number' of type int, but the repository has the key type Long. Write EntityRepository<Seat, Integer>.
                """);
    }

    private static String composite(String name, String key) {
        return "public interface " + name + " extends EntityRepository<Line, " + key + "> {} // error: " + name
                + ": the key of Line has 2 parts, and the key type " + key + " is not a record of these parts."
                + " Write a record, for example record LineKey(long orderId, Integer number), and"
                + " EntityRepository<Line, LineKey>.\n";
    }

    @Test
    void aCompositeKeyIsARecordOfItsParts() {
        check("@KindredRepository\n" + composite("Lines", "Long"));
        check("@KindredRepository\n" + composite("Lines", "Key") + "record Key(long orderId) {}\n");
        check("@KindredRepository\n" + composite("Lines", "Key") + "record Key(long orderId, Integer line) {}\n");
        check("@KindredRepository\n" + composite("Lines", "Key") + "record Key(long orderId, Long number) {}\n");
        check("@KindredRepository\n" + composite("Lines", "Key")
                + "record Key(long orderId, Integer number, int x) {}\n");
    }

    @Test
    void noQueryFollowsFromTheNameOfAMethod() {
        check("""
                @KindredRepository
                public interface Users extends EntityRepository<User, Long> {
                    Mono<User> findByEmail(String email); // error: Users.findByEmail: the method has no body, and no query follows from the name of a method. Write a default method over query() or mapper(), for example default Mono<User> findByEmail(..) { return query().where(..)..; }.
                    <T> Flux<T> all(Class<T> type); // error: Users.all: the method has no body, and no query follows from the name of a method. Write a default method over query() or mapper(), for example default Flux<T> all(..) { return query().where(..)..; }.
                    default Flux<User> everyone() { return stream(); }
                }
                """);
    }

    @Test
    void anInheritedMethodWithoutABodyIsReportedAtTheRepository() {
        check("""
                @KindredRepository
                public interface Users extends Named, EntityRepository<User, Long> { // error: Users.byName: the method, inherited from Named, has no body, and no query follows from the name of a method. Write a default method over query() or mapper(), for example default Mono<User> byName(..) { return query().where(..)..; }.
                    @Override default String name() { return "users"; }
                }
                interface Named {
                    Mono<User> byName(String name);
                    String name();
                }
                """);
    }

    @Test
    void anotherReturnTypeIsAnotherMethod() {
        check("""
                @KindredRepository
                public interface Users extends EntityRepository<User, Long> {
                    @Override Own<User> query(); // error: Users.query: the method has no body, and no query follows from the name of a method. Write a default method over query() or mapper(), for example default Own<User> query(..) { return query().where(..)..; }.
                    interface Own<E> extends EntitySelect<E> {}
                }
                """);
    }

    @Test
    void theMapperIsThatOfTheGeneratedClass() {
        check("""
                @KindredRepository
                public interface Users extends EntityRepository<User, Long> {
                    @Override default ReactiveMapper mapper() { return null; } // error: Users.mapper: the generated class implements mapper(), so a default method has no effect. Remove it, or give it another name.
                }
                """);
    }

    @Test
    void theGeneratedClassNeedsAFreeName() {
        assertThat(Compile.errors(USER, IMPORT + """
                @KindredRepository
                public interface Users extends EntityRepository<User, Long> {}
                """, "public class Users_ { Users_() {} }"))
                .containsExactly("app/Users.java:8: Users: the class Users_ already exists, or another entity or"
                        + " repository needs the same name. Rename one class.");
    }

    /** The mistake of the entity is the only error. */
    @Test
    void aWrongEntityIsReportedOnce() {
        assertThat(Compile.errors("""
                @Table
                public record User<T>(@Id Long id) {}
                """, IMPORT + """
                @KindredRepository
                public interface Users extends EntityRepository<User<String>, Long> {}
                """))
                .hasSize(1)
                .allMatch(error -> error.contains("an entity cannot have type parameters"));
    }

    @Test
    void methodsWithABodyAreNoMistake() {
        Compilation compilation = Compile.of(Compile.source(USER), Compile.source(IMPORT + """
                        @KindredRepository
                        public interface Users extends Base<User, String>, EntityRepository<User, Long> {
                            static Users of() { return null; }
                            private void help() {}
                            default void helped() { help(); }
                            default Mono<User> find(String email) { return null; }
                            @Override default Mono<User> find(Long id) { return null; }
                            @Override int hashCode();
                        }
                        interface Base<A, B> { default Mono<A> other(B b) { return null; } }
                        """));

        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(compilation.generatedSourceFile("app.Users_")).isPresent();
    }
}
