package dev.kindred.spring.boot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Matches if the application has the address of a PostgreSQL server and wants a pool. A URL without a driver matches
 * too: its error then has an explanation.
 */
final class OnPostgresqlCondition extends SpringBootCondition implements ConfigurationCondition {

    private static final Pattern DRIVER = Pattern.compile("r2dbcs?:([a-zA-Z0-9]+):.*", Pattern.DOTALL);
    private static final String URL = "spring.r2dbc.url";

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        ConditionMessage.Builder message = ConditionMessage.forCondition("Kindred pool");
        Environment environment = context.getEnvironment();
        if (isOff(environment, "kindred.pool.enabled") || isOff(environment, "spring.r2dbc.pool.enabled")) {
            return ConditionOutcome.noMatch(message.because("pools are off"));
        }
        if (hasDetails(context.getBeanFactory())) {
            return ConditionOutcome.match(message.foundExactly("connection details"));
        }
        String url = environment.getProperty(URL);
        if (!StringUtils.hasText(url)) {
            return ConditionOutcome.noMatch(
                    message.didNotFind("connection details").atAll());
        }
        Matcher driver = DRIVER.matcher(url);
        return driver.matches() && !driver.group(1).startsWith("postgres")
                ? ConditionOutcome.noMatch(message.because("the driver of " + URL + " is " + driver.group(1)))
                : ConditionOutcome.match(message.foundExactly(URL));
    }

    private static boolean isOff(Environment environment, String property) {
        return !environment.getProperty(property, Boolean.class, true);
    }

    private static boolean hasDetails(@Nullable ConfigurableListableBeanFactory beans) {
        return beans != null && beans.getBeanNamesForType(R2dbcConnectionDetails.class, true, false).length > 0;
    }
}
