package app;

import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.GeneratedRepository;
import dev.kindred.reactor.ReactiveMapper;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * Implements {@link Lines}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
class Lines_ extends GeneratedRepository implements Lines {
    static {
        register(Lines.class, Lines_::new);
    }

    Lines_(ReactiveMapper mapper) {
        super(mapper);
    }

    public EntitySelect<Line> query() {
        return mapper().from(Line_.MODEL);
    }

    public Mono<Line> find(Line.Key id) {
        return id == null
                ? mapper().find(Line.class, null)
                : mapper().find(Line.class, id.orderId(), id.number());
    }

    public Mono<Line> get(Line.Key id) {
        return id == null
                ? mapper().get(Line.class, null)
                : mapper().get(Line.class, id.orderId(), id.number());
    }
}
