package dev.kindred.spring.boot.console;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Relation;
import dev.kindred.model.ToManyRelation;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.schema.Finding;
import dev.kindred.spring.boot.KindredEntities;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The pool, the entities, and the differences between entities and database. Thread-safe. */
final class DatabaseState {

    private final ReactiveMapper mapper;
    private final ConnectionFactory connections;
    private final KindredEntities entities;

    DatabaseState(ReactiveMapper mapper, ConnectionFactory connections, KindredEntities entities) {
        this.mapper = mapper;
        this.connections = connections;
        this.entities = entities;
    }

    /**
     * The state of the pool.
     *
     * @param known false if the connections have no pool of r2dbc-pool
     * @param inUse the connections that are in use
     * @param idle the connections that are open and free
     * @param waiting the callers that wait for a connection
     * @param most the limit of connections
     */
    record Pool(boolean known, int inUse, int idle, int waiting, int most) {}

    /**
     * An entity.
     *
     * @param name the name of the class
     * @param table the table
     * @param columns the members, those of the key first
     * @param key the members of the key
     * @param relations the relations
     */
    record Entity(String name, String table, List<String> columns, List<String> key, List<Link> relations) {}

    /**
     * A relation.
     *
     * @param name the member
     * @param kind the annotation, such as {@code HasMany}
     * @param target the name of the related entity
     * @param many whether it can have several rows
     * @param keys the pairs of key members
     */
    record Link(String name, String kind, String target, boolean many, List<String> keys) {}

    /**
     * The differences between entities and database.
     *
     * @param entities the number of compared entities
     * @param findings the differences
     */
    record Verification(int entities, List<Difference> findings) {}

    /**
     * A difference.
     *
     * @param kind the kind
     * @param table the table
     * @param member the entity or its member
     * @param expected what the entity requires
     * @param found what the database has
     * @param remedy the statements that correct it
     */
    record Difference(
            Finding.Kind kind, String table, String member, String expected, String found, List<String> remedy) {}

    Pool pool() {
        ConnectionPool pool = pool(connections);
        PoolMetrics metrics = pool == null ? null : pool.getMetrics().orElse(null);
        return metrics == null
                ? new Pool(false, 0, 0, 0, 0)
                : new Pool(
                        true,
                        metrics.acquiredSize(),
                        metrics.idleSize(),
                        metrics.pendingAcquireSize(),
                        metrics.getMaxAllocatedSize());
    }

    List<Entity> entities() {
        return entities.models().stream().map(DatabaseState::entity).toList();
    }

    /** Compares the tables with the entities: the statements of {@code schema(..).verify()}. */
    Mono<Verification> verify() {
        return Mono.defer(() -> {
            List<EntityModel<?>> compared = entities.models();
            if (compared.isEmpty()) {
                return Mono.just(new Verification(0, List.of()));
            }
            return mapper.schema(compared.toArray(EntityModel<?>[]::new))
                    .verify()
                    .map(report -> new Verification(
                            compared.size(),
                            report.findings().stream()
                                    .map(DatabaseState::difference)
                                    .toList()));
        });
    }

    private static @Nullable ConnectionPool pool(@Nullable Object factory) {
        if (factory instanceof ConnectionPool pool) {
            return pool;
        }
        return factory instanceof Wrapped<?> wrapped ? pool(wrapped.unwrap()) : null;
    }

    private static Entity entity(EntityModel<?> model) {
        return new Entity(
                model.name(), model.table(), members(model.columns()), members(model.id()), links(model.relations()));
    }

    private static List<String> members(List<? extends EntityColumn<?, ?>> columns) {
        return columns.stream().map(EntityColumn::member).toList();
    }

    private static List<Link> links(List<? extends Relation<?, ?>> relations) {
        return relations.stream().map(DatabaseState::link).toList();
    }

    private static Link link(Relation<?, ?> relation) {
        String kind = relation.getClass().getSimpleName().replaceFirst("Relation$", "");
        return new Link(
                relation.name(),
                kind.equals("Pivot") ? "ManyToMany" : kind,
                relation.related().name(),
                relation instanceof ToManyRelation<?, ?>,
                keys(members(relation.sourceKey()), members(relation.targetKey())));
    }

    private static List<String> keys(List<String> source, List<String> target) {
        return source.equals(target) ? source : List.of(String.join(", ", source) + " = " + String.join(", ", target));
    }

    private static Difference difference(Finding finding) {
        return new Difference(
                finding.kind(),
                finding.table(),
                finding.member(),
                finding.expected(),
                finding.found(),
                finding.remedy());
    }
}
