package app;

import dev.kindred.annotation.KindredRepository;
import dev.kindred.reactor.EntityRepository;
import reactor.core.publisher.Flux;

@KindredRepository
public interface Users extends EntityRepository<User, Long> {

    default Flux<User> everyone() {
        return query().stream();
    }
}
