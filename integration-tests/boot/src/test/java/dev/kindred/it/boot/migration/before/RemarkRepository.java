package dev.kindred.it.boot.migration.before;

import java.util.Collection;
import org.springframework.data.repository.reactive.ReactiveCrudRepository;
import reactor.core.publisher.Flux;

public interface RemarkRepository extends ReactiveCrudRepository<Remark, Long> {

    Flux<Remark> findByArticleIdIn(Collection<Long> articles);
}
