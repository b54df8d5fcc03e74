package dev.kindred.it.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.boot.app.Note_;
import dev.kindred.it.boot.app.Profile_;
import dev.kindred.it.boot.app.User;
import dev.kindred.it.boot.app.User_;
import dev.kindred.it.boot.app.Users;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of the starter and of the processor that tools read. */
class MetadataTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static InputStream resource(String name) {
        InputStream stream = MetadataTests.class.getResourceAsStream("/" + name);
        assertThat(stream).as(name).isNotNull();
        return stream;
    }

    /** Several modules of Spring Boot have the file too. */
    private static List<JsonNode> properties() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (URL file : Collections.list(
                MetadataTests.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream stream = file.openStream()) {
                JSON.readTree(stream).get("properties").forEach(all::add);
            }
        }
        return all.stream()
                .filter(property -> property.get("name").stringValue().startsWith("kindred."))
                .toList();
    }

    @Test
    void eachPropertyHasATypeAndADescription() throws IOException {
        assertThat(properties()).hasSizeGreaterThanOrEqualTo(20).allSatisfy(property -> {
            assertThat(property.path("type").stringValue("")).as("%s", property).isNotEmpty();
            assertThat(property.path("description").stringValue(""))
                    .as("%s", property)
                    .isNotEmpty();
        });
    }

    @Test
    void theGuideListsEachProperty() throws IOException {
        String guide = Files.readString(Path.of("../../docs/guide/spring.md"));

        assertThat(properties())
                .allSatisfy(property ->
                        assertThat(guide).contains("`" + property.get("name").stringValue() + "`"));
    }

    @Test
    void eachAutoConfigurationIsRegistered() throws Exception {
        List<String> registered;
        try (InputStream stream =
                resource("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports")) {
            registered = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("dev.kindred"))
                    .toList();
        }

        for (String name : registered) {
            assertThat(AnnotatedElementUtils.hasAnnotation(Class.forName(name), AutoConfiguration.class))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void theHintsOfANativeImageNameTheClassOfARepository() throws IOException {
        String generated = Users.class.getName() + "_";
        try (InputStream stream =
                resource("META-INF/native-image/dev.kindred/" + generated + "/reachability-metadata.json")) {
            assertThat(JSON.readTree(stream).at("/reflection/0/type").stringValue())
                    .isEqualTo(generated);
        }
    }

    @Test
    void theHintsOfANativeImageNameTheGeneratedClassesAndTheJsonTypes() throws Exception {
        Set<String> types = new TreeSet<>();
        for (Class<?> generated : List.of(User_.class, Profile_.class, Note_.class)) {
            try (InputStream stream = resource(
                    "META-INF/native-image/dev.kindred/" + generated.getName() + "/reachability-metadata.json")) {
                JSON.readTree(stream)
                        .get("reflection")
                        .forEach(type -> types.add(type.get("type").stringValue()));
            }
        }

        assertThat(types)
                .isEqualTo(Stream.of(User_.class, Profile_.class, Note_.class, User.Badge.class)
                        .map(Class::getName)
                        .collect(Collectors.toCollection(TreeSet::new)));
        for (String type : types) {
            assertThat(Class.forName(type)).isNotNull();
        }
    }
}
