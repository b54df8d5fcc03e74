package dev.kindred.spring.boot;

import dev.kindred.spring.boot.error.KindredConfigurationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a wrong setting without a stack trace. */
final class KindredConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<KindredConfigurationException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KindredConfigurationException cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), "Correct " + cause.source() + ".", cause);
    }
}
