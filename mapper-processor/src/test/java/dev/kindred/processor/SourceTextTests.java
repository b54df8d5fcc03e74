package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceTextTests {

    private static final ClassRef OWN_LIST = new ClassRef("app", "List");
    private static final ClassRef OTHER_LIST = new ClassRef("other", "List");

    private static String render(String packageName, Object... types) {
        SourceText text = new SourceText(packageName);
        for (Object type : types) {
            text.add("$T;", type);
        }
        return text.render();
    }

    @Test
    void aClassIsImportedAndNamedByItsSimpleName() {
        assertThat(render("app", List.class, new ClassRef("other", "Outer.Inner")))
                .isEqualTo("package app;\n\nimport java.util.List;\nimport other.Outer;\n\nList;Outer.Inner;");
    }

    @Test
    void aClassOfThePackageTakesItsSimpleName() {
        assertThat(render("app", List.class, OWN_LIST)).isEqualTo("package app;\n\n\njava.util.List;List;");
    }

    @Test
    void theSecondClassWithASimpleNameHasItsFullName() {
        assertThat(render("app", List.class, OTHER_LIST))
                .isEqualTo("package app;\n\nimport java.util.List;\n\nList;other.List;");
    }

    @Test
    void aClassOfJavaLangIsImported() {
        assertThat(render("app", String.class)).isEqualTo("package app;\n\nimport java.lang.String;\n\nString;");
    }

    @Test
    void aClassOfTheDefaultPackageIsNotImported() {
        assertThat(render("", new ClassRef("", "User"), String.class))
                .isEqualTo("import java.lang.String;\n\nUser;String;");
    }

    @Test
    void aLiteralIsEscaped() {
        assertThat(Code.of("$S$L", "\"\\\n\r\t\u0007é$T", ";").pieces())
                .hasToString("[\"\\\"\\\\\\n\\r\\t\\u0007\\u00e9$T\", ;]");
    }
}
