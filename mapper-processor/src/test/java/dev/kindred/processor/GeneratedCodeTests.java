package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.testing.compile.Compilation;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.model.RowValues;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what was written. */
final class GeneratedCodeTests {

    private static final String USER_OF_DRAFTS = """
            @Table
            public record User(
                    @Id @GeneratedValue Long id, String email, int age, @Nullable String name, @Version long version,
                    @HasOne(foreignKey = "id") Mono<User> self) {
                public static class Handle extends Mono<User> {
                    public Handle() {}
                    @Override public String toString() { return "handle"; }
                }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path classes;

    /** A row whose values are known by member. */
    private record Row(EntityModel<Object> model, Map<String, Object> values) implements RowValues {

        @Override
        public Object required(int column) {
            return Objects.requireNonNull(nullable(column));
        }

        @Override
        public @Nullable Object nullable(int column) {
            return values.get(model.columns().get(column).member());
        }

        @Override
        public @Nullable Object handle(int relation) {
            return values.get(model.relations().get(relation).name());
        }
    }

    private EntityModel<Object> model(String type, String... bodies) throws IOException, ClassNotFoundException {
        Compilation compilation =
                Compile.of(List.of(bodies).stream().map(Compile::source).toArray(javax.tools.JavaFileObject[]::new));
        assertThat(compilation.diagnostics()).isEmpty();
        Compile.save(compilation, classes);
        URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
        @SuppressWarnings("unchecked") // what it is does not matter here
        Class<Object> found = (Class<Object>) Class.forName("app." + type, true, loader);
        return EntityModel.of(found);
    }

    @Test
    void theModelOfAnEntityIsFound() throws Exception {
        EntityModel<Object> model = model("User", """
                @Table(value = "users", schema = "app")
                public record User(@Id @GeneratedValue Long id, @Nullable String email) {}
                """);
        assertThat(model.table()).hasToString("app.users");
        assertThat(model.columns()).hasToString("[User.id, User.email]");
        assertThat(model.id()).hasToString("[User.id]");
        assertThat(Nodes.of(model.columns().get(0)).traits())
                .containsExactlyInAnyOrder(ColumnTrait.ID, ColumnTrait.GENERATED);
        assertThat(Nodes.of(model.columns().get(1)).traits()).containsExactly(ColumnTrait.NULLABLE);
    }

    @Test
    void hostileNamesArriveAsTheyWereWritten() throws Exception {
        EntityModel<Object> model = model("User", """
                @Table("a\\"b\\\\c\\n*/\\u0024{\\t$S")
                public record User(@Id @Column("\\"); DROP TABLE users; --\\r\\n\\\\u0022") Long id) {}
                """);
        assertThat(Nodes.of(model).table().name()).isEqualTo("a\"b\\c\n*/${\t$S");
        assertThat(Nodes.of(model.columns().get(0)).name().column()).isEqualTo("\"); DROP TABLE users; --\r\n\\u0022");
    }

    @Test
    void theModelOfANestedEntityIsFound() throws Exception {
        EntityModel<Object> model = model("Outer$Middle$User", """
                public class Outer {
                    private Outer() {}
                    interface Middle {
                        @Table record User(@Id Long id) {}
                    }
                }
                """);
        assertThat(model.columns()).hasToString("[User.id]");
    }

    @Test
    void anEntityIsBuiltAndRead() throws Exception {
        EntityModel<Object> model = model("User", """
                @Table
                public record User(
                        @Id Long id, int count, @Nullable String email, @Transient long cache, @BelongsTo Mono<User> \
                self, Long selfId) {}
                """);

        Object user =
                Nodes.of(model).instantiator().instantiate(new Row(model, Map.of("id", 1L, "count", 2, "selfId", 3L)));

        assertThat(user).hasToString("User[id=1, count=2, email=null, cache=0, self=null, selfId=3]");
        assertThat(model.columns())
                .extracting(column -> String.valueOf(column.getOrNull(user)))
                .containsExactly("1", "2", "null", "3");
        assertThat(model.relations())
                .extracting(relation -> Nodes.of(relation).handle(user))
                .containsOnlyNulls();
        assertThat(Nodes.of(model.columns().get(1)).absent()).isEqualTo(0);
    }

    @Test
    void aDraftTakesWhatARowMustHave() throws Exception {
        EntityModel<Object> model = model("User", USER_OF_DRAFTS);

        Object user = draft(model, new Class<?>[] {String.class, int.class}, "a@b.c", 7);

        assertThat(user).hasToString("User[id=null, email=a@b.c, age=7, name=null, version=0, self=null]");
    }

    @Test
    void aCopyKeepsAHandleWhileItsKeyIsTheSame() throws Exception {
        EntityModel<Object> model = model("User", USER_OF_DRAFTS);
        Class<?> mono = Class.forName("app.User$Handle", true, model.type().getClassLoader());
        Object handle = mono.getDeclaredConstructor().newInstance();
        Object user = Nodes.of(model)
                .instantiator()
                .instantiate(new Row(
                        model,
                        Map.of("id", 1L, "email", "a@b.c", "age", 7, "name", "Ann", "version", 3L, "self", handle)));

        Object renamed = copy(model, user).set(column(model, 3), null).build();
        Object moved = copy(model, user).set(column(model, 0), 2L).build();

        assertThat(renamed).hasToString("User[id=1, email=a@b.c, age=7, name=null, version=3, self=handle]");
        assertThat(moved).hasToString("User[id=2, email=a@b.c, age=7, name=Ann, version=3, self=null]");
        assertThat(user).hasToString("User[id=1, email=a@b.c, age=7, name=Ann, version=3, self=handle]");
    }

    @Test
    void aDraftRefusesNullWhereARowMustHaveAValue() throws Exception {
        EntityModel<Object> model = model("User", USER_OF_DRAFTS);
        Object user = draft(model, new Class<?>[] {String.class, int.class}, "a@b.c", 7);
        Draft<Object> copy = copy(model, user);

        assertThatNullPointerException()
                .isThrownBy(() -> copy.set(column(model, 1), null))
                .withMessageContaining("User.email");
    }

    private static Object draft(EntityModel<Object> model, Class<?>[] types, Object... values)
            throws ReflectiveOperationException {
        return ((Draft<?>) generated(model).getMethod("draft", types).invoke(null, values)).build();
    }

    @SuppressWarnings("unchecked") // the class of an entity starts drafts of it
    private static Draft<Object> copy(EntityModel<Object> model, Object entity) throws ReflectiveOperationException {
        return (Draft<Object>)
                generated(model).getMethod("copyOf", model.type()).invoke(null, entity);
    }

    private static Class<?> generated(EntityModel<Object> model) throws ClassNotFoundException {
        return Class.forName(model.type().getName() + "_", true, model.type().getClassLoader());
    }

    @SuppressWarnings("unchecked") // the type of the value is that of the member
    private static <T> EntityColumn<Object, T> column(EntityModel<Object> model, int ordinal) {
        return (EntityColumn<Object, T>) model.columns().get(ordinal);
    }

    @Test
    void modelsThatReferToEachOtherAreMadeWhicheverComesFirst() throws Exception {
        EntityModel<Object> model = model("User", """
                @Table
                public record User(@Id Long id, @HasOne Mono<Profile> profile) {}
                """, """
                @Table
                public record Profile(@Id Long id, Long userId, @BelongsTo Mono<User> user) {}
                """);

        Relation<Object, ?> profile = model.relations().get(0);

        assertThat(profile.sourceKey()).hasToString("[User.id]");
        assertThat(profile.targetKey()).hasToString("[Profile.userId]");
        Relation<?, ?> user = profile.related().relations().get(0);
        assertThat(user.related()).isSameAs(model);
        assertThat(user.sourceKey()).hasToString("[Profile.userId]");
        assertThat(user.targetKey()).hasToString("[User.id]");
    }
}
