package app;

import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.GeneratedRepository;
import dev.kindred.reactor.ReactiveMapper;
import java.lang.Long;
import java.lang.SuppressWarnings;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * Implements {@link Users}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
class Users_ extends GeneratedRepository implements Users {
    static {
        register(Users.class, Users_::new);
    }

    Users_(ReactiveMapper mapper) {
        super(mapper);
    }

    public EntitySelect<User> query() {
        return mapper().from(User_.MODEL);
    }

    public Mono<User> find(Long id) {
        return mapper().find(User.class, id);
    }

    public Mono<User> get(Long id) {
        return mapper().get(User.class, id);
    }
}
