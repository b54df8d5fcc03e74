package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

final class NativeHintsTests {

    private static final String ALL =
            "\", \"allDeclaredConstructors\": true, \"allDeclaredFields\": true, \"allDeclaredMethods\": true }";

    private static String hints(String generated, String... sources) throws IOException {
        Compilation compilation =
                Compile.of(List.of(sources).stream().map(Compile::source).toArray(JavaFileObject[]::new));
        assertThat(compilation.diagnostics()).isEmpty();
        return compilation
                .generatedFile(
                        StandardLocation.CLASS_OUTPUT,
                        "META-INF/native-image/dev.kindred/" + generated + "/reachability-metadata.json")
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }

    @Test
    void theGeneratedClassIsFoundByItsName() throws IOException {
        assertThat(hints("app.User_", "@Table\npublic record User(@Id Long id, String name) {}"))
                .isEqualTo("""
                        {
                          "reflection": [
                            { "type": "app.User_" }
                          ]
                        }
                        """);
    }

    @Test
    void theGeneratedClassOfANestedEntityHasOneName() throws IOException {
        assertThat(hints("app.Shop_User_", "public class Shop { @Table public record User(@Id Long id) {} }"))
                .contains("{ \"type\": \"app.Shop_User_\" }");
    }

    @Test
    void theTypesOfJsonMembersAreBoundWithAllThatTheyContain() throws IOException {
        String hints = hints("app.User_", """
                @Table
                public record User(
                        @Id Long id, @Json Map<String, List<Badge<Color>>> badges, @Json @Nullable Shape shape) {
                    public record Badge<T>(T kind, Place[] places, Badge<T> next) {}
                    public enum Color { RED }
                    public static class Base { private Note note; }
                    public static class Place extends Base { private static Unused unused; }
                    public record Note(String text) {}
                    public record Unused(String text) {}
                    public sealed interface Shape {}
                    public record Circle(Radius radius) implements Shape {}
                    public record Radius(int value) {}
                }
                """);

        assertThat(hints.lines().filter(line -> line.contains("app.")).map(line -> line.replaceFirst(",$", "")))
                .containsExactly(
                        "    { \"type\": \"app.User_\" }",
                        "    { \"type\": \"app.User$Badge" + ALL,
                        "    { \"type\": \"app.User$Base" + ALL,
                        "    { \"type\": \"app.User$Circle" + ALL,
                        "    { \"type\": \"app.User$Color" + ALL,
                        "    { \"type\": \"app.User$Note" + ALL,
                        "    { \"type\": \"app.User$Place" + ALL,
                        "    { \"type\": \"app.User$Radius" + ALL,
                        "    { \"type\": \"app.User$Shape" + ALL);
    }

    @Test
    void eachEntityHasItsOwnFile() throws IOException {
        String[] sources = {
            "@Table\npublic record User(@Id Long id, @Json Badge badge) { public record Badge(int year) {} }",
            "@Table\npublic record Note(@Id Long id) {}"
        };

        assertThat(hints("app.User_", sources)).doesNotContain("Note_");
        assertThat(hints("app.Note_", sources)).contains("Note_").doesNotContain("User");
    }

    @Test
    void theGeneratedClassOfARepositoryIsFoundByItsName() throws IOException {
        String[] sources = {
            "@Table\npublic record User(@Id Long id) {}",
            "public class Shop { @KindredRepository"
                    + " public interface Users extends dev.kindred.reactor.EntityRepository<User, Long> {} }"
        };

        assertThat(hints("app.Shop_Users_", sources)).isEqualTo("""
                {
                  "reflection": [
                    { "type": "app.Shop_Users_" }
                  ]
                }
                """);
    }
}
