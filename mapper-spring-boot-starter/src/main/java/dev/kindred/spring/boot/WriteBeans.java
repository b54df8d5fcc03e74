package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.reactor.spi.Auditor;
import dev.kindred.reactor.spi.EntityCallback;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The beans of the application that take part in writes.
 *
 * @param clock the clock of times, if there is one
 * @param auditor the auditor, if there is one
 * @param callbacks the callbacks of writes of entities
 */
record WriteBeans(
        ObjectProvider<Clock> clock, ObjectProvider<Auditor> auditor, ObjectProvider<EntityCallback<?>> callbacks) {

    void applyTo(ReactiveMapperBuilder builder) {
        clock.ifUnique(builder::clock);
        auditor.ifUnique(builder::auditor);
        callbacks.orderedStream().forEach(builder::entityCallback);
    }
}
