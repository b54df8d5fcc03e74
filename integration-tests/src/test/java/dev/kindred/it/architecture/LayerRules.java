package dev.kindred.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;

/** The rules about the layers below a root package. */
final class LayerRules {
    /** The layers with immutable objects. */
    private static final List<String> VALUES = List.of(
            "internal.sql",
            "internal.sql.ddl",
            "query",
            "internal.model",
            "model",
            "schema",
            "internal.query",
            "internal.schema",
            "internal.key",
            "internal.preload",
            "internal.persist",
            "internal.page",
            "internal.verify");

    private final String root;

    LayerRules(String root) {
        this.root = root;
    }

    static List<String> layers() {
        return LayerImports.layers();
    }

    ArchRule importsOf(String layer) {
        String[] packages = packages(LayerImports.of(layer));
        return classes()
                .that()
                .resideInAPackage(below(layer))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages).or(not(resideInAPackage(root + ".."))))
                .allowEmptyShould(true);
    }

    /** A package without a rule could import anything. */
    ArchRule everyClassIsInALayer() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(below("processor.."), below("it.."))
                .should()
                .resideInAnyPackage(packages(layers()))
                .allowEmptyShould(true);
    }

    ArchRule noCycles() {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    ArchRule coreDependsOnNoLibrary() {
        String[] allowed = packages(LayerImports.CORE);
        return classes()
                .that()
                .resideInAnyPackage(allowed)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideInAnyPackage("java..", "org.jspecify..")))
                .allowEmptyShould(true);
    }

    /** The processor writes the traits that a model reads. */
    ArchRule internalsStayInside() {
        return noClasses()
                .that()
                .resideInAnyPackage(below("processor.."), below("it..entity.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(below("internal.."), below("reactor.internal.."))
                        .and(not(resideInAPackage(below("internal.model")))))
                .allowEmptyShould(true);
    }

    ArchRule valuesAreImmutable() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(packages(VALUES))
                .should()
                .beFinal()
                .allowEmptyShould(true);
    }

    private String below(String relative) {
        return root + "." + relative;
    }

    private String[] packages(List<String> relative) {
        return relative.stream().map(this::below).toArray(String[]::new);
    }
}
