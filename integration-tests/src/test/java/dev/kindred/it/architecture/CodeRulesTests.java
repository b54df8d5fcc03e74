package dev.kindred.it.architecture;

import static dev.kindred.it.architecture.Imported.EVERYTHING;
import static dev.kindred.it.architecture.Imported.LIBRARY;
import static dev.kindred.it.architecture.Imported.PLANTED_ROOT;
import static dev.kindred.it.architecture.Imported.ROOT;
import static dev.kindred.it.architecture.Imported.violationsOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class CodeRulesTests {
    private final CodeRules rules = new CodeRules(ROOT);
    private final CodeRules planted = new CodeRules(PLANTED_ROOT);

    /** Asserts that each planted name has a violation, and that every violation contains one of them. */
    private static void assertFinds(ArchRule rule, String... names) {
        var violations = violationsOf(rule);
        for (String name : names) {
            assertThat(violations).as(name).anyMatch(violation -> violation.contains(name));
        }
        assertThat(violations).hasSize(names.length);
    }

    @Test
    void everyPackageIsNullMarked() {
        rules.everyPackageIsNullMarked().check(LIBRARY);
        assertThat(violationsOf(planted.everyPackageIsNullMarked()))
                .anyMatch(violation -> violation.contains("planted.internal.sql.Allowed"))
                .noneMatch(violation -> violation.contains("planted.error."));
    }

    @Test
    void onlyErrorsAreThrowable() {
        rules.onlyErrorsAreThrowable().check(LIBRARY);
        assertFinds(planted.onlyErrorsAreThrowable(), "StrayFault");
    }

    @Test
    void noVagueNames() {
        rules.noVagueNames().check(LIBRARY);
        assertFinds(planted.noVagueNames(), "ThingImpl", "ThingHelper", "ThingManager", "ThingUtil>", "ThingUtils>");
    }

    @Test
    void nothingBlocks() {
        rules.nothingBlocks().check(LIBRARY);
        assertFinds(
                planted.nothingBlocks(),
                "Blocks.block(",
                "Blocks.blockOptional(",
                "Blocks.blockFirst(",
                "Blocks.blockLast(",
                "Blocks.toIterable(",
                "Blocks.toStream(",
                "Blocks.reference(",
                "Blocks.sleep(");
    }

    @Test
    void nobodySubscribesBlindly() {
        rules.nobodySubscribesBlindly().check(LIBRARY);
        assertFinds(
                planted.nobodySubscribesBlindly(),
                "Subscribes.toNothing(",
                "Subscribes.toConsumer(",
                "Subscribes.toConsumers(",
                "Subscribes.byReference(");
    }

    @Test
    void onlyOperatorsSubscribe() {
        rules.onlyOperatorsSubscribe().check(LIBRARY);
        assertThat(violationsOf(planted.onlyOperatorsSubscribe()))
                .anyMatch(violation -> violation.contains("Subscribes.toSubscriber("))
                .anyMatch(violation -> violation.contains("Subscribes.toCoreSubscriber("))
                .noneMatch(violation -> violation.contains("Operator"));
    }

    @Test
    void onlyExecutionCreatesStatements() {
        rules.onlyExecutionCreatesStatements().check(LIBRARY);
        assertFinds(planted.onlyExecutionCreatesStatements(), "Commands.statement(");
    }

    @Test
    void nobodyUsesUnsupportedCommands() {
        rules.nobodyUsesUnsupportedCommands().check(LIBRARY);
        assertFinds(
                planted.nobodyUsesUnsupportedCommands(),
                "Commands.batch(",
                "Commands.savepoint(",
                "Commands.generated(");
    }

    @Test
    void nobodyPrints() {
        rules.nobodyPrints().check(LIBRARY);
        assertFinds(planted.nobodyPrints(), "System.out", "System.err");
    }

    @Test
    void nobodyLogsToTheJdk() {
        rules.nobodyUses("java.util.logging..").check(LIBRARY);
        assertThat(violationsOf(planted.nobodyUses("java.util.logging..")))
                .allMatch(violation -> violation.contains("Prints.log("));
    }

    @Test
    void nobodyMocks() {
        rules.nobodyUses("org.mockito..").check(EVERYTHING);
    }
}
