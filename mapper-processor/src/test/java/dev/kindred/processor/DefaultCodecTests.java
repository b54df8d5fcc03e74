package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codecs of types and packages. */
final class DefaultCodecTests {

    private static final String CODECS = """
            public class Codecs {
                private Codecs() {}
                public abstract static class Base<T, W> implements dev.kindred.type.Codec<T, W> {
                    Base() {}
                    public W encode(T value) { return null; }
                    public T decode(W value) { return null; }
                }
                static class Good extends Base<Money, String> { Good() {} }
                static class Cents extends Base<Money, Long> { Cents() {} }
                static class Argument extends Base<Money, String> { Argument(int value) {} }
                static class Private extends Base<Money, String> { private Private() {} }
                abstract static class Abstract extends Base<Money, String> { Abstract() {} }
                static class OfList extends Base<List<Money>, String> { OfList() {} }
                static class OfLong extends Base<Long, String> { OfLong() {} }
                static class ToObject extends Base<Money, Object> { ToObject() {} }
                static class OfPrice extends Base<Price, String> { OfPrice() {} }
            }
            """;
    private static final String MONEY = "public record Money(String amount) {}";
    private static final String PRICE = "public record Price(String amount) {}";
    private static final String USER = """
            @Table
            public record User(@Id Long id, Money money) {}
            """;

    private static JavaFileObject packageInfo(String name, String... codecs) {
        StringBuilder source = new StringBuilder();
        for (String codec : codecs) {
            source.append("@dev.kindred.annotation.DefaultCodec(" + codec + ".class) ");
        }
        return JavaFileObjects.forSourceString(name + ".package-info", source + "package " + name + ";");
    }

    private static List<JavaFileObject> with(JavaFileObject packageInfo, String... bodies) {
        List<JavaFileObject> sources = new ArrayList<>(List.of(packageInfo));
        List.of(bodies).forEach(body -> sources.add(Compile.source(body)));
        return sources;
    }

    private static Compilation compile(List<JavaFileObject> sources) {
        return Compile.of(sources.toArray(new JavaFileObject[0]));
    }

    private static List<String> errors(List<JavaFileObject> sources) {
        return Compile.errors(compile(sources));
    }

    private static String written(Compilation compilation) throws IOException {
        assertThat(compilation.diagnostics()).isEmpty();
        return compilation
                .generatedSourceFile("app.User_")
                .orElseThrow()
                .getCharContent(false)
                .toString();
    }

    private static String annotated(String codec, String type) {
        return "@DefaultCodec(" + codec + ")\n" + type;
    }

    @Test
    void aMemberWithoutDefaultNeedsACodec() {
        assertThat(Compile.errors(USER, MONEY)).singleElement().asString().contains("no column type for Money");
    }

    @Test
    void theMemberHasPrecedenceThenThePackageThenTheType() throws IOException {
        String type = annotated("Codecs.Good.class", MONEY);
        String user = """
                @Table
                public record User(@Id String id, @Column(codec = Codecs.Cents.class) Money money) {}
                """;

        assertThat(written(compile(with(packageInfo("app"), USER, type, PRICE, CODECS))))
                .contains("new Codecs.Good()");
        assertThat(written(compile(with(packageInfo("app", "Codecs.Cents"), USER, type, PRICE, CODECS))))
                .contains("new Codecs.Cents()")
                .doesNotContain("Good");
        assertThat(written(compile(with(packageInfo("app", "Codecs.Good"), user, type, PRICE, CODECS))))
                .contains("new Codecs.Cents()")
                .doesNotContain("Good");
    }

    @Test
    void aPackageHasNoDefaultsForItsSubPackages() {
        List<JavaFileObject> sources = with(packageInfo("app", "app.inner.MoneyCodec"));
        sources.add(JavaFileObjects.forSourceString("app.inner.Money", "package app.inner; " + MONEY));
        sources.add(JavaFileObjects.forSourceString("app.inner.MoneyCodec", """
                package app.inner;
                public class MoneyCodec implements dev.kindred.type.Codec<Money, String> {
                    public MoneyCodec() {}
                    public String encode(Money value) { return value.amount(); }
                    public Money decode(String value) { return new Money(value); }
                }
                """));
        sources.add(JavaFileObjects.forSourceString("app.inner.User", """
                package app.inner;
                import dev.kindred.annotation.*;
                @Table
                public record User(@Id Long id, Money money) {}
                """));

        assertThat(errors(sources)).singleElement().asString().contains("no column type for Money");
        sources.set(0, packageInfo("app.inner", "app.inner.MoneyCodec"));
        assertThat(errors(sources)).isEmpty();
    }

    @Test
    void aDefaultComesFromClassFiles(@TempDir Path classes) throws IOException {
        List<JavaFileObject> library = with(packageInfo("app", "Codecs.OfPrice"), PRICE, CODECS);
        library.add(Compile.source(annotated("Codecs.Good.class", MONEY)));
        Compile.save(compile(library), classes);

        Compilation user = Compile.against(classes, List.of(Compile.source("""
                @Table
                public record User(@Id Long id, Money money, Price price) {}
                """)));

        assertThat(written(user)).contains("new Codecs.Good()", "new Codecs.OfPrice()");
    }

    @Test
    void aVersionHasNoCodec() throws IOException {
        String user = """
                @Table
                public record User(@Id Integer id, @Version Long version, long number) {}
                """;
        assertThat(written(compile(with(packageInfo("app", "Codecs.OfLong"), user, MONEY, PRICE, CODECS)))
                        .lines()
                        .filter(line -> line.contains("OfLong")))
                .singleElement()
                .asString()
                .contains("NUMBER");
        Compile.check("""
                @Table
                public record User(
                        @Id Integer id,
                        @Version @Column(codec = Codecs.OfLong.class) Long version) {} // error: User.version: @Version and a codec cannot be combined, since the server counts versions. Remove the codec.
                """, MONEY, PRICE, CODECS);
    }

    @Test
    void theCodecOfATypeIsACodecOfTheType() {
        for (String wrong : List.of(
                "Codecs.OfPrice.class) // error: Money: OfPrice is a codec of Price, but the annotated type is Money. Name a codec of Money, or annotate Price.",
                "Codecs.OfList.class) // error: Money: OfList is a codec of List<Money>, but the annotated type is Money. Name a codec of Money, or annotate List<Money>.",
                "Object.class) // error: Money: Object is not a Codec<T, W> with both type arguments. Implement dev.kindred.type.Codec, for example Codec<Money, BigDecimal>.",
                "int.class) // error: Money: int is not a Codec<T, W> with both type arguments. Implement dev.kindred.type.Codec, for example Codec<Money, BigDecimal>.",
                "Codecs.ToObject.class) // error: Money: ToObject converts the member to Object, for which the mapper has no column type. Convert it to a supported type, such as String or BigDecimal.",
                "Codecs.Private.class) // error: Money: the codec Private cannot be instantiated. Make it a class that is not abstract, generic, private or inner, with a visible constructor without parameters and without checked exceptions. A codec that the mapper gets with codec(..) has only constructors with parameters.",
                "Codecs.Abstract.class) // error: Money: the codec Abstract cannot be instantiated. Make it a class that is not abstract, generic, private or inner, with a visible constructor without parameters and without checked exceptions. A codec that the mapper gets with codec(..) has only constructors with parameters.")) {
            Compile.check("@DefaultCodec(" + wrong + "\n" + MONEY, USER, PRICE, CODECS);
        }
    }

    @Test
    void aGenericTypeHasNoCodec() {
        Compile.check(
                "@DefaultCodec(BoxCodec.class) // error: Box: BoxCodec is a codec of Box<String>, but the annotated type is Box. Name a codec of Box, or annotate Box<String>.\n"
                        + "public record Box<T>(T value) {}",
                """
                public class BoxCodec implements dev.kindred.type.Codec<Box<String>, String> {
                    BoxCodec() {}
                    public String encode(Box<String> value) { return value.value(); }
                    public Box<String> decode(String value) { return new Box<>(value); }
                }
                """);
    }

    @Test
    void aPackageHasOneCodecOfEachType() {
        assertThat(errors(with(packageInfo("app", "Codecs.Good", "Codecs.Cents"), USER, MONEY, PRICE, CODECS)))
                .containsExactly("app/package-info.java:1: the package app: Good and Cents are both codecs of Money."
                        + " Keep one, and name the other at its members with @Column(codec = ..).");
        assertThat(errors(with(packageInfo("app", "Codecs.OfList"), MONEY, PRICE, CODECS)))
                .containsExactly("app/package-info.java:1: the package app: OfList converts the generic type"
                        + " List<Money>. A codec needs a type without type arguments. Wrap it in a record and write a"
                        + " codec of that record, or mark the member with @Json.");
        assertThat(errors(with(packageInfo("app", "Codecs.ToObject"), USER, MONEY, PRICE, CODECS)))
                .containsExactly("app/package-info.java:1: the package app: ToObject converts the member to Object,"
                        + " for which the mapper has no column type. Convert it to a supported type, such as String or"
                        + " BigDecimal.");
    }

    @Test
    void aCodecOfATypeIsVisibleToTheEntity() {
        List<JavaFileObject> sources = with(packageInfo("app"), annotated("Codecs.Good.class", MONEY), PRICE, CODECS);
        sources.add(JavaFileObjects.forSourceString("other.User", """
                package other;
                import dev.kindred.annotation.*;
                @Table
                public record User(@Id Long id, app.Money money) {}
                """));

        assertThat(errors(sources))
                .singleElement()
                .asString()
                .startsWith("other/User.java:4: User.money, by @DefaultCodec of Money: the codec Good cannot be")
                .contains("visible");
    }

    @Test
    void bothSidesOfARelationHaveTheSameCodec() {
        String profile = """
                @Table
                public record Profile(
                        @Id String id,
                        @Column(codec = Codecs.Cents.class) Money userId,
                        @BelongsTo Mono<User> user) {} // error: Profile.user: the keys of @BelongsTo have the same Java type but different column types: the foreignKey is Profile.userId (Money), the other side is User.id (Money). Give both columns the same codec, and enums the same type.
                """;
        String user = """
                @Table
                public record User(@Id Money id) {}
                """;
        String money = annotated("Codecs.Good.class", MONEY);

        Compile.check(profile, user, money, PRICE, CODECS);
        Compile.check(
                profile.replaceAll(" // error.*", "").replace("@Column(codec = Codecs.Cents.class) ", ""),
                user,
                money,
                PRICE,
                CODECS);
    }
}
