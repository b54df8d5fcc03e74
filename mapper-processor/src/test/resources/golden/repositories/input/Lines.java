package app;

import dev.kindred.annotation.KindredRepository;
import dev.kindred.reactor.EntityRepository;

@KindredRepository
interface Lines extends EntityRepository<Line, Line.Key> {}
