package dev.kindred.it.architecture;

import static dev.kindred.it.architecture.Imported.EVERYTHING;
import static dev.kindred.it.architecture.Imported.LIBRARY;
import static dev.kindred.it.architecture.Imported.PLANTED_ROOT;
import static dev.kindred.it.architecture.Imported.ROOT;
import static dev.kindred.it.architecture.Imported.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerRulesTests {
    private final LayerRules rules = new LayerRules(ROOT);
    private final LayerRules planted = new LayerRules(PLANTED_ROOT);

    static List<String> layers() {
        return LayerRules.layers();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void layersImportOnlyWhatTheyMay(String layer) {
        rules.importsOf(layer).check(LIBRARY);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void plantedImportsAreFound(String layer) {
        assertThat(violationsOf(planted.importsOf(layer)))
                .allMatch(violation -> violation.contains(PLANTED_ROOT + "." + layer + ".Imports"))
                .noneMatch(violation -> violation.contains("Allowed"));
    }

    @Test
    void everyClassIsInALayer() {
        rules.everyClassIsInALayer().check(LIBRARY);
        assertThat(violationsOf(planted.everyClassIsInALayer()))
                .singleElement()
                .asString()
                .contains("Stray");
    }

    @Test
    void packagesHaveNoCycles() {
        rules.noCycles().check(LIBRARY);
        assertThat(violationsOf(planted.noCycles()))
                .anyMatch(violation -> violation.contains("query") && violation.contains("schema"));
    }

    @Test
    void coreDependsOnNoLibrary() {
        rules.coreDependsOnNoLibrary().check(LIBRARY);
        assertThat(violationsOf(planted.coreDependsOnNoLibrary()))
                .allMatch(violation -> violation.contains("UsesReactor"));
    }

    @Test
    void internalsStayInside() {
        rules.internalsStayInside().check(EVERYTHING);
        assertThat(violationsOf(planted.internalsStayInside()))
                .anyMatch(violation -> violation.contains("planted.processor."))
                .anyMatch(violation -> violation.contains("planted.it.entity."));
    }

    @Test
    void valuesAreImmutable() {
        rules.valuesAreImmutable().check(LIBRARY);
        assertThat(violationsOf(planted.valuesAreImmutable()))
                .singleElement()
                .asString()
                .contains("Mutable.count");
    }
}
