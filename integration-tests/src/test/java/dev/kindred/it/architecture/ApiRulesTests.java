package dev.kindred.it.architecture;

import static dev.kindred.it.architecture.Imported.LIBRARY;
import static dev.kindred.it.architecture.Imported.PLANTED;
import static dev.kindred.it.architecture.Imported.PLANTED_ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import org.junit.jupiter.api.Test;

class ApiRulesTests {
    private static final String SHOWN = PLANTED_ROOT + ".model.Shown";

    @Test
    void noPublicSignatureShowsAnInternalType() {
        var library = LIBRARY.that(DescribedPredicate.describe(
                "are not of the processor", type -> !type.getName().contains(".processor.")));

        assertThat(library).isNotEmpty();
        assertThat(ApiRules.internalTypesShown(library)).isEmpty();
    }

    @Test
    void plantedSignaturesAreFound() {
        assertThat(ApiRules.internalTypesShown(PLANTED).stream().filter(place -> place.startsWith(SHOWN)))
                .containsExactlyInAnyOrder(
                        SHOWN + "." + SHOWN,
                        SHOWN + ".returned",
                        SHOWN + ".taken",
                        SHOWN + ".bounded",
                        SHOWN + "$Field.field",
                        SHOWN + "$Opened extends " + PLANTED_ROOT + ".internal.sql.Open",
                        SHOWN + "$Implementing in its declaration");
    }
}
