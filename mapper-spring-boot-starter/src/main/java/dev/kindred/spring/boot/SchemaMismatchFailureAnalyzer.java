package dev.kindred.spring.boot;

import dev.kindred.error.SchemaMismatchException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the differences between the database and the entities without a stack trace. */
final class SchemaMismatchFailureAnalyzer extends AbstractFailureAnalyzer<SchemaMismatchException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaMismatchException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Add a migration with the remedies, or change the entities. kindred.schema.verify=warn logs the"
                        + " differences instead.",
                cause);
    }
}
