package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The class path of a project that depends on kindred-reactor only. */
class DependenciesTest {

    @Test
    void theReactorPoolIsOneThatKeepsConnectionsOnCancel() {
        assertThat(versionOf("reactor-pool")).isGreaterThanOrEqualTo(new Version(1, 2, 6));
    }

    @Test
    void nettyIsOneVersion() {
        List<Version> versions = jars().filter(jar -> jar.startsWith("netty-"))
                .map(Version::of)
                .distinct()
                .toList();

        assertThat(versions).hasSize(1);
        assertThat(versions.get(0)).isGreaterThanOrEqualTo(new Version(4, 2, 17));
    }

    @Test
    void reactorIsTheCurrentLine() {
        assertThat(versionOf("reactor-core")).isGreaterThanOrEqualTo(new Version(3, 8, 6));
        assertThat(versionOf("reactor-netty-core")).isGreaterThanOrEqualTo(new Version(1, 3, 7));
    }

    @Test
    void theMetamodelIsWritten() {
        assertThat(Customer_.MODEL.table()).isEqualTo("customers");
        assertThat(Customer_.ADDRESS.name()).isEqualTo("address");
    }

    private static Version versionOf(String artifact) {
        return jars().filter(jar -> jar.matches(artifact + "-\\d.*"))
                .map(Version::of)
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifact + " is not on the class path"));
    }

    private static Stream<String> jars() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(File.pathSeparator)).map(entry -> new File(entry).getName());
    }

    private record Version(int major, int minor, int patch) implements Comparable<Version> {

        static Version of(String jar) {
            String[] numbers = jar.replaceFirst("^\\D*", "").split("[.-]");
            return new Version(
                    Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
        }

        @Override
        public int compareTo(Version other) {
            return Integer.compare(packed(), other.packed());
        }

        private int packed() {
            return major * 1_000_000 + minor * 1_000 + patch;
        }
    }
}
