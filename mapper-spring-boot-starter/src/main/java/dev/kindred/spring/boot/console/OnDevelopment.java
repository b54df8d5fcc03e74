package dev.kindred.spring.boot.console;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.ClassUtils;

/**
 * Matches if {@code kindred.console.enabled} is true, or if it is not set and devtools is on the class path. Never
 * matches in a profile of production. Thread-safe.
 */
final class OnDevelopment extends SpringBootCondition {

    private static final String DEVTOOLS = "org.springframework.boot.devtools.restart.Restarter";
    private static final Profiles PRODUCTION = Profiles.of("prod", "production");

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("Kindred console");
        Environment environment = context.getEnvironment();
        if (environment.acceptsProfiles(PRODUCTION)) {
            return ConditionOutcome.noMatch(message.because("a profile of production is active"));
        }
        Boolean enabled = environment.getProperty("kindred.console.enabled", Boolean.class);
        if (enabled != null) {
            return new ConditionOutcome(enabled, message.because("kindred.console.enabled is " + enabled));
        }
        boolean devtools = ClassUtils.isPresent(DEVTOOLS, context.getClassLoader());
        return new ConditionOutcome(devtools, message.because(devtools ? "devtools is present" : "devtools is absent"));
    }
}
