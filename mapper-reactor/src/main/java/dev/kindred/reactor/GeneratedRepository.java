package dev.kindred.reactor;

import dev.kindred.internal.util.Checks;
import java.util.function.Function;

/**
 * The base of the classes that the annotation processor generates for repositories. Only generated classes extend it.
 * Immutable and thread-safe.
 */
public abstract class GeneratedRepository {

    private final ReactiveMapper mapper;

    /** Creates a repository on {@code mapper}. */
    protected GeneratedRepository(ReactiveMapper mapper) {
        this.mapper = Checks.notNull(mapper, "mapper");
    }

    /** Returns the mapper of this repository. */
    public ReactiveMapper mapper() {
        return mapper;
    }

    /** Registers how a repository is created. The generated class calls it when it is initialized. */
    protected static <R extends EntityRepository<?, ?>> void register(
            Class<R> type, Function<ReactiveMapper, ? extends R> factory) {
        Repositories.register(type, factory);
    }
}
