package dev.kindred.it.architecture;

import static dev.kindred.it.architecture.Imported.LIBRARY;
import static dev.kindred.it.architecture.Imported.PLANTED;
import static dev.kindred.it.architecture.Imported.PLANTED_ROOT;
import static dev.kindred.it.architecture.Imported.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassRingsTests {
    private static final List<String> PACKAGES = below(
                    ROOT,
                    "internal.preload",
                    "internal.persist",
                    "reactor",
                    "reactor.internal.execute",
                    "reactor.internal.row",
                    "reactor.internal.read",
                    "reactor.internal.preload",
                    "reactor.internal.persist",
                    "reactor.internal.select",
                    "reactor.internal.schema",
                    "reactor.internal.wiring")
            .toList();

    /**
     * The static factory of the public interface creates the builder, which creates the implementation. A repository
     * offers the mapper that created it.
     */
    private static final Set<String> ENTRY_POINT = Set.copyOf(below(
                    ROOT,
                    "reactor.ReactiveMapper",
                    "reactor.ReactiveMapperBuilder",
                    "reactor.DefaultReactiveMapper",
                    "reactor.DefaultWriteOperations",
                    "reactor.EntityRepository",
                    "reactor.Repositories")
            .toList());

    /** A plan consists of steps, and a step has a plan for the related entities. */
    private static final Set<String> TREE_OF_PRELOADS =
            Set.copyOf(below(ROOT, "internal.preload.PreloadPlan", "internal.preload.PreloadStep")
                    .toList());

    private static Stream<String> below(String root, String... relative) {
        return Stream.of(relative).map(name -> root + "." + name);
    }

    @Test
    void classesFormNoFurtherRing() {
        assertThat(ClassRings.of(LIBRARY, PACKAGES)).containsExactlyInAnyOrder(ENTRY_POINT, TREE_OF_PRELOADS);
    }

    @Test
    void aPlantedRingIsFound() {
        List<String> packages = below(PLANTED_ROOT, "reactor.internal.preload").toList();

        assertThat(ClassRings.of(PLANTED, packages))
                .containsExactly(Set.copyOf(below(
                                PLANTED_ROOT,
                                "reactor.internal.preload.RingStart",
                                "reactor.internal.preload.RingMiddle",
                                "reactor.internal.preload.RingEnd")
                        .toList()));
    }
}
