package dev.kindred.it.boot.slice;

import dev.kindred.annotation.KindredRepository;
import dev.kindred.reactor.EntityRepository;

/** A repository of the slice. */
@KindredRepository
public interface Remarks extends EntityRepository<Remark, Long> {}
