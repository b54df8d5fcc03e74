package dev.kindred.spring.boot;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Matches if {@code kindred.replicas.urls} has a URL. */
final class OnReplicasCondition extends SpringBootCondition {

    private static final String URLS = "kindred.replicas.urls";

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        List<String> urls = Binder.get(context.getEnvironment())
                .bind(URLS, Bindable.listOf(String.class))
                .orElse(List.of());
        return new ConditionOutcome(
                !urls.isEmpty(), ConditionMessage.forCondition("Replicas").because(URLS + " has " + urls.size()));
    }
}
