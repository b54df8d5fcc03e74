package dev.kindred.it.boot.slice;

import dev.kindred.annotation.KindredRepository;
import dev.kindred.reactor.EntityRepository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A repository of the slice. */
@KindredRepository
public interface Remarks extends EntityRepository<Remark, Long> {

    /** Stores all or none. */
    @Transactional
    default Flux<Remark> add(Long articleId, String... texts) {
        return Flux.just(texts).concatMap(text -> save(new Remark(null, articleId, text)));
    }

    /** Stores one, and none if {@code work} fails. */
    @Transactional
    default Mono<Void> addAnd(Long articleId, Mono<Void> work) {
        return save(new Remark(null, articleId, "outer")).then(work);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    default Mono<Void> addAlone(Long articleId) {
        return save(new Remark(null, articleId, "alone")).then();
    }
}
