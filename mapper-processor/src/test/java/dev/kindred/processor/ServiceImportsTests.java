package dev.kindred.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The imports of a service: names of Kindred are used beside those of Jakarta Persistence, Spring and Spring Data. */
class ServiceImportsTests {
    private static final Map<String, List<String>> OTHERS = Map.of(
            "jakarta.persistence", List.of("Column", "Entity", "Id", "ManyToOne", "OneToOne", "Table", "Version"),
            "org.springframework.data.domain", List.of("Page", "PageRequest", "Pageable", "Slice", "Sort", "Window"),
            "org.springframework.stereotype", List.of("Service"),
            "org.springframework.transaction.annotation", List.of("Isolation", "Transactional"),
            "io.swagger.v3.oas.annotations", List.of("Operation", "Parameter"));

    private static final JavaFileObject ENTITY = Compile.source("""
            @Table
            public record User(@Id @GeneratedValue Long id, String email) {}
            """);

    private static final String SERVICE = """
            import dev.kindred.error.UniqueViolationException;
            import dev.kindred.model.Assignment;
            import dev.kindred.model.Condition;
            import dev.kindred.model.ConflictTarget;
            import dev.kindred.model.Draft;
            import dev.kindred.model.EntityColumn;
            import dev.kindred.model.EntityModel;
            import dev.kindred.model.RawSql;
            import dev.kindred.model.SortOrder;
            import dev.kindred.query.LoadMode;

            @Service
            @Transactional
            public final class Users {
                private static final EntityModel<User> MODEL = User_.MODEL;
                private final Pageable pageable = new Pageable() {};
                private final Page page = new Page() {};
                private final LoadMode mode = LoadMode.FORBID;

                Condition<User> byEmail(String email) {
                    return User_.EMAIL.eq(email);
                }

                List<SortOrder<User>> sorted(Sort sort) {
                    return List.of(User_.EMAIL.asc(), User_.ID.desc());
                }

                Assignment<User> changed(EntityColumn<User, String> column, String value) {
                    return column.set(value);
                }

                ConflictTarget<User> target() {
                    return ConflictTarget.of(User_.EMAIL);
                }

                Draft<User> draft(String email) {
                    return User_.draft(email);
                }

                RawSql sql(UniqueViolationException error) {
                    return RawSql.unsafeSql("select 1");
                }
            }
            """;

    @Test
    void aServiceImportsBoth() {
        List<JavaFileObject> sources = new ArrayList<>(List.of(ENTITY));
        StringBuilder imports = new StringBuilder("package app;\nimport java.util.List;\n");
        OTHERS.forEach((name, types) -> types.forEach(type -> {
            boolean isAnnotation = name.contains("annotation") || type.equals("Service");
            sources.add(JavaFileObjects.forSourceString(
                    name + "." + type,
                    "package " + name + "; public " + (isAnnotation ? "@" : "") + "interface " + type + " {}"));
            imports.append("import ").append(name).append('.').append(type).append(";\n");
        }));
        sources.add(JavaFileObjects.forSourceString("app.Users", imports + SERVICE));

        Compilation compilation = Compile.of(sources.toArray(JavaFileObject[]::new));

        assertThat(compilation.diagnostics()).isEmpty();
    }
}
