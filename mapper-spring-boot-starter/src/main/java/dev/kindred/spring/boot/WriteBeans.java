package dev.kindred.spring.boot;

import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.reactor.spi.Auditor;
import dev.kindred.reactor.spi.EntityCallback;
import java.time.Clock;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
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
        apply(builder, clock.getIfUnique());
        @Nullable Auditor own = OneBean.orNull(auditor, Auditor.class);
        if (own != null) {
            builder.auditor(own);
        }
        callbacks.orderedStream().forEach(builder::entityCallback);
    }

    /** An application may have several clocks for other purposes, so they do not end its start. */
    private void apply(ReactiveMapperBuilder builder, @Nullable Clock own) {
        if (own != null) {
            builder.clock(own);
        } else if (clock.stream().findAny().isPresent()) {
            LogFactory.getLog(KindredAutoConfiguration.class)
                    .warn("There are several Clock beans, so @CreatedAt and @UpdatedAt use the clock of the system."
                            + " Mark one of them with @Primary.");
        }
    }
}
