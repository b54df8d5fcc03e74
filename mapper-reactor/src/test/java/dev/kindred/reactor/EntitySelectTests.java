package dev.kindred.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.query.SelectQuery;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EntitySelectTests {

    @Test
    void noStepReplacesTheQuery() {
        List<Method> steps = Stream.of(EntitySelect.class, AggregatedSelect.class, Related.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .toList();

        assertThat(steps).map(Method::getName).contains("where", "preload", "limit");
        assertThat(steps)
                .noneMatch(step -> Arrays.asList(step.getParameterTypes()).contains(SelectQuery.class)
                        || step.getReturnType() == SelectQuery.class);
    }
}
