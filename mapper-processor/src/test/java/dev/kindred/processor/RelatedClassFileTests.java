package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that refer to one from another jar. */
final class RelatedClassFileTests {

    private static final String USER = """
            @Table
            public record User(@Id Long id, @HasOne Mono<Profile> profile) {}
            """;
    private static final String MEMBER = """
            @Table
            public record Member(@Id Long id, Long profileId, @BelongsTo Mono<Profile> profile) {}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path jar;

    private Compilation compileAfter(String profile, String... bodies) throws IOException {
        Compile.save(Compile.of(Compile.source(profile)), jar);
        return Compile.against(
                jar, List.of(bodies).stream().map(Compile::source).toList());
    }

    @Test
    void aRecordFromAJar() throws IOException {
        assertThat(compileAfter("""
                        @Table
                        public record Profile(@Id Long id, Long userId) {}
                        """, USER, MEMBER).diagnostics()).isEmpty();
    }

    @Test
    void aClassFromAJarWithoutTheNamesOfItsParameters() throws IOException {
        assertThat(compileAfter("""
                        @Table
                        public class Profile {
                            static final int LIMIT = 3;
                            @Id private final Long id;
                            private final Long userId;
                            public Profile(Long id, Long userId) { this.id = id; this.userId = userId; }
                            public Long id() { return id; }
                            public Long userId() { return userId; }
                        }
                        """, USER, MEMBER).diagnostics()).isEmpty();
    }

    @Test
    void aForeignKeyFromAJarMayBeSetToNull() throws IOException {
        assertThat(compileAfter("""
                        @Table
                        public record Profile(@Id Long id, @Nullable Long userId) {}
                        """, USER.replace("@HasOne", "@HasOne(onDelete = OnDelete.SET_NULL)"))
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void aMistakeIsShownAtTheRelation() throws IOException {
        Compilation compilation = compileAfter("""
                        @Table
                        public record Profile(@Id Long id, UUID userId) {}
                        """, USER);
        assertThat(Compile.errors(compilation))
                .containsExactly(
                        "app/User.java:7: User.profile: the keys of @HasOne have types that cannot be equal: the"
                                + " foreignKey is Profile.userId (UUID), the other side is User.id (Long). The"
                                + " types byte, short, int and long match each other, and so do BigInteger and"
                                + " BigDecimal. Give both members the same type.");
    }
}
