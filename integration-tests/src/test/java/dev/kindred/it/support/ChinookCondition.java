package dev.kindred.it.support;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The condition of {@link EnabledIfChinook}. Safe for use by many threads: it has no state. */
final class ChinookCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chinook.script()
                .map(script -> ConditionEvaluationResult.enabled("Chinook is at " + script))
                .orElseGet(() -> ConditionEvaluationResult.disabled(
                        "The Chinook sample database is absent: looked for " + Chinook.whereLookedFor()));
    }
}
