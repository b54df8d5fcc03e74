package dev.kindred.it.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/** The rules for the code below a root package. */
final class CodeRules {
    private static final String PUBLISHER = "org.reactivestreams.Publisher";
    private static final String CONNECTION = "io.r2dbc.spi.Connection";
    private static final String STATEMENT = "io.r2dbc.spi.Statement";
    private static final Set<String> SUBSCRIBERS =
            Set.of("org.reactivestreams.Subscriber", "reactor.core.CoreSubscriber");

    /** Wraps connections for Spring, and has the operators of its transactions. */
    private static final String SPRING = "spring.transaction";

    /** The start of an application waits for it. */
    private static final String AT_START = "spring.boot.SchemaCheck";

    private final String root;

    CodeRules(String root) {
        this.root = root;
    }

    ArchRule everyPackageIsNullMarked() {
        return all().should(new ArchCondition<JavaClass>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                events.add(new SimpleConditionEvent(type, marked, type.getName() + " is in a package without it"));
            }
        });
    }

    ArchRule onlyErrorsAreThrowable() {
        return classes()
                .that()
                .areAssignableTo(Throwable.class)
                .and()
                .resideInAPackage(root + "..")
                .should()
                .resideInAPackage(root + "..error..")
                .allowEmptyShould(true);
    }

    ArchRule noVagueNames() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + "..internal..")
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .and()
                .areNotAssignableTo("org.springframework.transaction.TransactionManager")
                .should()
                .haveNameNotMatching(".*(Impl|Helper|Manager|Utils?)")
                .allowEmptyShould(true);
    }

    /** JUnit waits for its extensions. */
    ArchRule nothingBlocks() {
        return allBut("test", "test.internal")
                .should(notUse(
                        "what blocks the thread",
                        access -> (calls(access, PUBLISHER, "block.*|toIterable|toStream") && !isAtStart(access))
                                || calls(access, "java.lang.Thread", "sleep")));
    }

    ArchRule nobodySubscribesBlindly() {
        return all().should(notUse(
                "subscribe() without a subscriber", access -> subscribes(access) && !withSubscriber(access)));
    }

    ArchRule onlyOperatorsSubscribe() {
        return allBut("reactor.internal..", SPRING).should(notUse("subscribe(Subscriber)", CodeRules::subscribes));
    }

    ArchRule onlyExecutionCreatesStatements() {
        return allBut("reactor.internal.execute", "reactor.internal.connection", SPRING)
                .should(notUse(
                        "Connection.createStatement",
                        access -> calls(access, CONNECTION, "createStatement") && !isInWrapper(access)));
    }

    ArchRule nobodyUsesUnsupportedCommands() {
        return allBut(SPRING, "test.boot")
                .should(notUse(
                        "batches, savepoints or returnGeneratedValues",
                        access -> (calls(access, CONNECTION, "createBatch|createSavepoint") && !isInWrapper(access))
                                || (calls(access, STATEMENT, "returnGeneratedValues") && !isInWrapper(access))));
    }

    ArchRule nobodyPrints() {
        return all().should(notUse(
                "the standard streams",
                access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && access.getName().matches("out|err|in")));
    }

    ArchRule nobodyUses(String packageIdentifier) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(packageIdentifier)
                .allowEmptyShould(true);
    }

    /** A wrapper of a connection passes on all calls of its user. */
    private static boolean isInWrapper(JavaAccess<?> access) {
        return access.getOriginOwner().isAssignableTo(CONNECTION)
                || access.getOriginOwner().isAssignableTo(STATEMENT);
    }

    private Subject all() {
        return new Subject(new String[0]);
    }

    private Subject allBut(String... relative) {
        String[] packages = new String[relative.length];
        for (int i = 0; i < relative.length; i++) {
            packages[i] = root + "." + relative[i];
        }
        return new Subject(packages);
    }

    private static boolean calls(JavaAccess<?> access, String owner, String names) {
        return access.getTargetOwner().isAssignableTo(owner) && access.getName().matches(names);
    }

    private boolean isAtStart(JavaAccess<?> access) {
        return access.getOriginOwner().getName().equals(root + "." + AT_START);
    }

    private static boolean subscribes(JavaAccess<?> access) {
        return calls(access, PUBLISHER, "subscribe");
    }

    private static boolean withSubscriber(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().size() == 1
                && SUBSCRIBERS.contains(target.getRawParameterTypes().get(0).getName());
    }

    private static ArchCondition<JavaClass> notUse(String what, Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>("not use " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (forbidden.test(access)) {
                        events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                    }
                }
            }
        };
    }

    private final class Subject {
        private final String[] excepted;

        private Subject(String[] excepted) {
            this.excepted = excepted;
        }

        private ArchRule should(ArchCondition<JavaClass> condition) {
            return classes()
                    .that()
                    .resideInAPackage(root + "..")
                    .and()
                    .resideOutsideOfPackages(excepted)
                    .should(condition)
                    .allowEmptyShould(true);
        }
    }
}
