package dev.kindred.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The BOM has no parent, so only this test keeps it consistent with the modules. */
class BomTests {

    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>(kindred-[a-z-]+)</artifactId>");
    private static final Pattern VERSION = Pattern.compile("<version>(\\d[^<]*)</version>");

    @Test
    void itManagesEachLibraryModule() throws IOException {
        List<String> managed = all(ARTIFACT, "bom/pom.xml").skip(1).toList();

        assertThat(managed).containsExactlyInAnyOrderElementsOf(libraries());
    }

    @Test
    void itHasTheVersionOfTheProject() throws IOException {
        assertThat(all(VERSION, "bom/pom.xml").toList())
                .containsExactly(all(VERSION, "pom.xml").findFirst().orElseThrow());
    }

    private static List<String> libraries() throws IOException {
        try (Stream<Path> folders = Files.list(project())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(folder -> folder.startsWith("mapper-"))
                    .map(folder -> folder.replace("mapper-", "kindred-"))
                    .toList();
        }
    }

    private static Stream<String> all(Pattern pattern, String pom) throws IOException {
        return pattern.matcher(Files.readString(project().resolve(pom)))
                .results()
                .map((MatchResult found) -> found.group(1));
    }

    private static Path project() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("bom")) ? here : here.getParent();
    }
}
