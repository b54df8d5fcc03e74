package dev.kindred.processor;

import java.util.LinkedHashMap;
import java.util.Map;

/** Declarations of the types that the processor knows by name only: those of Reactor and of the reactive mapper. */
final class Reactive {

    private static final String MAPPER = "dev.kindred.reactor";

    private Reactive() {}

    /** Returns the sources by full name. */
    static Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        for (String publisher : new String[] {"Mono", "Flux"}) {
            String type = "public abstract class " + publisher + "<T> { protected " + publisher + "() {} }";
            sources.put("reactor.core.publisher." + publisher, "package reactor.core.publisher; " + type);
        }
        sources.put(MAPPER + ".EntitySelect", "package " + MAPPER + """
                ; public interface EntitySelect<E> {
                    reactor.core.publisher.Flux<E> stream();
                }
                """);
        sources.put(MAPPER + ".ReactiveMapper", "package " + MAPPER + """
                ; import reactor.core.publisher.Mono;
                public interface ReactiveMapper {
                    <E> EntitySelect<E> from(dev.kindred.model.EntityModel<E> model);
                    <E> Mono<E> find(Class<E> type, Object key, Object... furtherParts);
                    <E> Mono<E> get(Class<E> type, Object key, Object... furtherParts);
                    <E> Mono<E> insert(E entity);
                    <E> Mono<E> update(E entity);
                    <E> Mono<E> save(E entity);
                    Mono<Boolean> delete(Object entity);
                }
                """);
        sources.put(MAPPER + ".EntityRepository", "package " + MAPPER + """
                ; import reactor.core.publisher.*;
                public interface EntityRepository<E, K> {
                    ReactiveMapper mapper();
                    EntitySelect<E> query();
                    Mono<E> find(K id);
                    Mono<E> get(K id);
                    default Flux<E> stream() { return query().stream(); }
                    default Mono<E> insert(E entity) { return mapper().insert(entity); }
                    default Mono<E> update(E entity) { return mapper().update(entity); }
                    default Mono<E> save(E entity) { return mapper().save(entity); }
                    default Mono<Boolean> delete(E entity) { return mapper().delete(entity); }
                }
                """);
        sources.put(MAPPER + ".GeneratedRepository", "package " + MAPPER + """
                ; import java.util.function.Function;
                public abstract class GeneratedRepository {
                    private final ReactiveMapper mapper;
                    protected GeneratedRepository(ReactiveMapper mapper) { this.mapper = mapper; }
                    public ReactiveMapper mapper() { return mapper; }
                    protected static <R extends EntityRepository<?, ?>> void register(
                        Class<R> type, Function<ReactiveMapper, ? extends R> factory) {}
                }
                """);
        return sources;
    }
}
