package app;

import dev.kindred.annotation.KindredRepository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

public class Shop {

    private Shop() {}

    interface Named {
        String name();

        @Override
        String toString();
    }

    @Deprecated
    @KindredRepository
    protected interface Customers extends Named, Audited<User, Long> {

        @Override
        default String name() {
            return "customers";
        }

        @Override
        Mono<Boolean> delete(User user);

        @Override
        Flux<User> stream();
    }
}
