package dev.kindred.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The classes that the rules check. */
final class Imported {
    static final String ROOT = "dev.kindred";
    static final String PLANTED_ROOT = "dev.kindred.it.architecture.planted";

    /** The main classes of the library. */
    static final JavaClasses LIBRARY = importedWithout("/dev/kindred/it/");

    /** The library, the tests and their support. */
    static final JavaClasses EVERYTHING = importedWithout("/dev/kindred/it/architecture/");

    /** Classes that break the rules. */
    static final JavaClasses PLANTED = new ClassFileImporter().importPackages(PLANTED_ROOT);

    private Imported() {}

    private static JavaClasses importedWithout(String path) {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains(path))
                .importPackages(ROOT);
    }

    /** Returns the violations of the rule in the planted classes. The rule must reject them. */
    static List<String> violationsOf(ArchRule rule) {
        var result = rule.evaluate(PLANTED);
        assertThat(result.hasViolation()).as(rule.getDescription()).isTrue();
        return result.getFailureReport().getDetails();
    }
}
