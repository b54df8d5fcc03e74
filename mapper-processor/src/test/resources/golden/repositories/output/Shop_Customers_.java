package app;

import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.GeneratedRepository;
import dev.kindred.reactor.ReactiveMapper;
import java.lang.Boolean;
import java.lang.Long;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Implements {@link Shop.Customers}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "deprecation"})
class Shop_Customers_ extends GeneratedRepository implements Shop.Customers {
    static {
        register(Shop.Customers.class, Shop_Customers_::new);
    }

    Shop_Customers_(ReactiveMapper mapper) {
        super(mapper);
    }

    public EntitySelect<User> query() {
        return mapper().from(User_.MODEL);
    }

    public Mono<User> find(Long id) {
        return mapper().find(User.class, id);
    }

    public Flux<User> stream() {
        return query().stream();
    }

    public Mono<User> save(User entity) {
        return mapper().save(entity);
    }

    public Mono<Boolean> delete(User entity) {
        return mapper().delete(entity);
    }
}
