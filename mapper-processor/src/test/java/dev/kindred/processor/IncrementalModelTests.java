package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class gives the same model whether it is read from its source or from its class file. */
final class IncrementalModelTests {

    private static final String WITH_NAMES = "-parameters";
    private static final String WITHOUT_NAMES = "-g:none";

    private static final String BASE = """
            public abstract class Base {
                @Id @GeneratedValue @Column("user_no") private Long id;
                @Version private long revision;
                protected Base(Long id, long revision) {
                    this.id = id;
                    this.revision = revision;
                }
                public Long getId() { return id; }
                public long getRevision() { return revision; }
            }
            """;
    private static final String USER = """
            @Table
            public class User extends Base {
                private final String name;
                public User(Long id, long revision, String name) {
                    super(id, revision);
                    this.name = name;
                }
                public String name() { return name; }
            }
            """;
    private static final String TENANT = """
            public abstract class Tenant {
                private final long mTenant;
                Tenant(@Id long tenant) { this.mTenant = tenant; }
                public long tenant() { return mTenant; }
            }
            """;
    private static final String OWNER = """
            @Table
            public class Owner extends Tenant {
                private final long mOwnerId;
                public Owner(long tenant, @Id long ownerId) {
                    super(tenant);
                    this.mOwnerId = ownerId;
                }
                public long ownerId() { return mOwnerId; }
            }
            """;
    private static final String CAR = """
            @Table
            public record Car(@Id Long id, long tenant, long ownerId, @BelongsTo Mono<Owner> owner) {}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path classes;

    /** Compiles everything, and then the first source again against the class files of all. */
    private Map<String, String> recompiled(String names, String... bodies) throws IOException {
        Compile.save(full(names, bodies), classes);
        return written(Compile.against(classes, List.of(Compile.source(bodies[0])), names));
    }

    private Compilation full(String names, String... bodies) {
        return Compile.against(
                classes, Arrays.stream(bodies).map(Compile::source).toList(), names);
    }

    private static Map<String, String> written(Compilation compilation) throws IOException {
        assertThat(Compile.errors(compilation)).isEmpty();
        Map<String, String> written = new LinkedHashMap<>();
        for (JavaFileObject file : compilation.generatedSourceFiles()) {
            written.put(file.getName(), file.getCharContent(false).toString());
        }
        return written;
    }

    private void givesTheSame(String names, String... bodies) throws IOException {
        Map<String, String> incremental = recompiled(names, bodies);

        assertThat(incremental).hasSize(1);
        assertThat(written(full(names, bodies))).containsAllEntriesOf(incremental);
    }

    private List<String> errorsOfRecompiling(String... bodies) throws IOException {
        Compilation full = full(WITHOUT_NAMES, bodies);
        assertThat(Compile.errors(full)).isEmpty();
        Compile.save(full, classes);
        return Compile.errors(Compile.against(classes, List.of(Compile.source(bodies[0]))));
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH_NAMES, WITHOUT_NAMES})
    void annotationsOnPrivateFieldsOfASuperclassCount(String names) throws IOException {
        givesTheSame(names, USER, BASE);

        assertThat(recompiled(names, USER, BASE).get("/SOURCE_OUTPUT/app/User_.java"))
                .contains("\"user_no\"", "\"ID GENERATED\"", "\"VERSION PRIMITIVE\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH_NAMES, WITHOUT_NAMES})
    void aRelatedEntityKeepsTheKeyOfItsSuperclass(String names) throws IOException {
        String profile = """
                @Table
                public record Profile(@Id Long id, Long userNo, @BelongsTo(foreignKey = "userNo") Mono<User> user) {}
                """;

        givesTheSame(names, profile, USER, BASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {WITH_NAMES, WITHOUT_NAMES})
    void aRelatedEntityIsReadByItsParametersAndNotByItsFields(String names) throws IOException {
        String profile = """
                @Table
                public class Profile {
                    private final Long mId;
                    private final @Nullable Long mUserId;
                    private transient int hash;
                    public Profile(@Id Long id, @Column("uid") @Nullable Long userId) {
                        this.mId = id;
                        this.mUserId = userId;
                    }
                    public Long id() { return mId; }
                    public @Nullable Long getUserId() { return mUserId; }
                }
                """;

        givesTheSame(
                names,
                "@Table\npublic record User(@Id Long id, @HasOne(onDelete = OnDelete.SET_NULL)"
                        + " Mono<Profile> profile) {}",
                profile);
    }

    @Test
    void aNestedEntityKeepsTheNamesOfItsParameters() throws IOException {
        givesTheSame(
                WITHOUT_NAMES,
                "@Table\npublic record User(@Id Long id, Long areaId, @BelongsTo Mono<Outer.Area> area) {}",
                """
                public class Outer {
                    private Outer() {}
                    @Table
                    public static class Area {
                        private final Long key;
                        public Area(@Id Long id) { this.key = id; }
                        public Long id() { return key; }
                    }
                }
                """);
    }

    @Test
    void aSuperclassAndItsKeyParameterGiveTheSameWithNames() throws IOException {
        givesTheSame(WITH_NAMES, OWNER, TENANT);
        givesTheSame(WITH_NAMES, CAR, OWNER, TENANT);
        assertThat(recompiled(WITH_NAMES, CAR, OWNER, TENANT).get("/SOURCE_OUTPUT/app/Car_.java"))
                .contains("TENANT", "OWNER_ID");
    }

    @Test
    void aKeyParameterOfASuperclassWithoutNamesIsAnError() throws IOException {
        String message = "Owner: @Id marks a constructor parameter of Tenant, whose class file has no parameter"
                + " names. Write the annotation on the field in Tenant or on the constructor parameter of"
                + " Owner, or compile Tenant with the compiler option -parameters.";

        assertThat(errorsOfRecompiling(OWNER, TENANT)).containsExactly("app/Owner.java:7: " + message);
        assertThat(errorsOfRecompiling(CAR, OWNER, TENANT))
                .containsExactly(
                        "app/Car.java:7: Car.owner: @BelongsTo refers to an entity in a class file that the mapper"
                                + " cannot read. " + message);
    }

    @Test
    void aKeyParameterOfASuperclassWithoutNamesMayBeMarkedAgain() throws IOException {
        givesTheSame(WITHOUT_NAMES, OWNER.replace("(long tenant", "(@Id long tenant"), TENANT);
    }

    @Test
    void aClassFileWithoutNamesAndWithoutItsWrittenClassIsAnError() throws IOException {
        String profile = """
                @Table
                public class Profile {
                    public final Long id;
                    public final Long userId;
                    public Profile(@Id Long id, Long userId) {
                        this.id = id;
                        this.userId = userId;
                    }
                }
                """;
        Compile.save(full(WITHOUT_NAMES, profile), classes);
        Files.delete(classes.resolve("app/Profile_.class"));

        assertThat(Compile.errors(full(
                        WITHOUT_NAMES, "@Table\npublic record User(@Id Long id, @HasOne Mono<Profile> profile) {}")))
                .contains("app/User.java:7: User.profile: @HasOne refers to an entity in a class file that the"
                        + " mapper cannot read. Profile: the class file of Profile has no names of"
                        + " constructor parameters. Compile it again together with Profile_, or with the"
                        + " compiler option -parameters.");
    }
}
