package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.HibernateProfile;
import dev.kindred.benchmarks.entity.HibernateUser;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;

/** Hibernate Reactive: stateless sessions, a fetch join for the relation, keys from a sequence in blocks of 50, batches of 50. */
public final class HibernateReactivePeer {

    private final Stage.SessionFactory factory;

    private HibernateReactivePeer(Stage.SessionFactory factory) {
        this.factory = factory;
    }

    /** Opens it, and the sessions that keep their entities beside it. */
    public static List<Peer> open(Login login, int poolSize) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(HibernateUser.class)
                .addAnnotatedClass(HibernateProfile.class)
                .setProperty(
                        "jakarta.persistence.jdbc.url",
                        "postgresql://" + login.host() + ":" + login.port() + "/" + login.database())
                .setProperty("jakarta.persistence.jdbc.user", login.trusted())
                .setProperty("jakarta.persistence.jdbc.password", login.password())
                .setProperty("hibernate.connection.pool_size", Integer.toString(poolSize))
                .setProperty("hibernate.vertx.prepared_statement_cache.max_size", "256")
                .setProperty("hibernate.jdbc.batch_size", "50");
        Stage.SessionFactory factory = configuration
                .buildSessionFactory(new ReactiveServiceRegistryBuilder()
                        .applySettings(configuration.getProperties())
                        .build())
                .unwrap(Stage.SessionFactory.class);
        HibernateReactivePeer peer = new HibernateReactivePeer(factory);
        return List.of(
                new Peer("hibernate-reactive", peer.stateless(), factory::close),
                Peer.sharing("hibernate-reactive-stateful", peer.stateful()));
    }

    private Map<Task, Operation> stateless() {
        return Map.of(
                Task.FIND, operation(this::find),
                Task.LIST, operation(this::list),
                Task.LIST_WITH_CHILD, operation(this::join),
                Task.CREATE_BOTH, operation(this::create),
                Task.INSERT_MANY, operation(this::insertMany));
    }

    private Map<Task, Operation> stateful() {
        return Map.of(
                Task.FIND, operation(this::findStateful),
                Task.LIST, operation(this::listStateful),
                Task.CREATE_BOTH, operation(this::createStateful));
    }

    private static Operation operation(LongFunction<CompletionStage<Long>> work) {
        return (turn, completion) -> work.apply(turn).whenComplete((checksum, failure) -> {
            if (failure == null) {
                completion.complete(checksum);
            } else {
                completion.fail(failure);
            }
        });
    }

    private CompletionStage<Long> find(long turn) {
        return factory.withStatelessSession(
                session -> session.get(HibernateUser.class, Turns.key(turn)).thenApply(HibernateUser::checksum));
    }

    private CompletionStage<Long> findStateful(long turn) {
        return factory.withSession(
                session -> session.find(HibernateUser.class, Turns.key(turn)).thenApply(HibernateUser::checksum));
    }

    private CompletionStage<Long> list(long turn) {
        return factory.withStatelessSession(session -> page(
                        session.createQuery("from HibernateUser where id > :id order by id", HibernateUser.class), turn)
                .thenApply(users ->
                        users.stream().mapToLong(HibernateUser::checksum).sum()));
    }

    private CompletionStage<Long> listStateful(long turn) {
        return factory.withSession(session -> page(
                        session.createQuery("from HibernateUser where id > :id order by id", HibernateUser.class)
                                .setReadOnly(true),
                        turn)
                .thenApply(users ->
                        users.stream().mapToLong(HibernateUser::checksum).sum()));
    }

    private CompletionStage<Long> join(long turn) {
        return factory.withStatelessSession(session -> page(
                        session.createQuery(
                                "from HibernateProfile p join fetch p.user u where u.id > :id order by u.id",
                                HibernateProfile.class),
                        turn)
                .thenApply(profiles -> profiles.stream()
                        .mapToLong(HibernateProfile::checksumOfBoth)
                        .sum()));
    }

    private static <T> CompletionStage<List<T>> page(Stage.SelectionQuery<T> query, long turn) {
        return query.setParameter("id", Turns.pageStart(turn, Turns.PAGE))
                .setMaxResults(Turns.PAGE)
                .getResultList();
    }

    private CompletionStage<Long> create(long turn) {
        HibernateUser user = new HibernateUser(NewRows.user(turn));
        HibernateProfile profile = new HibernateProfile(user, NewRows.profile(turn));
        return factory.withStatelessTransaction(
                        session -> session.insert(user).thenCompose(stored -> session.insert(profile)))
                .thenApply(stored -> profile.newChecksum());
    }

    private CompletionStage<Long> createStateful(long turn) {
        HibernateUser user = new HibernateUser(NewRows.user(turn));
        HibernateProfile profile = new HibernateProfile(user, NewRows.profile(turn));
        return factory.withTransaction(session -> session.persist(user, profile))
                .thenApply(stored -> profile.newChecksum());
    }

    private CompletionStage<Long> insertMany(long turn) {
        List<HibernateUser> users =
                NewRows.users(turn, Turns.PAGE).stream().map(HibernateUser::new).toList();
        return factory.withStatelessTransaction(session -> session.insertMultiple(users))
                .thenApply(stored ->
                        users.stream().mapToLong(HibernateUser::newChecksum).sum());
    }
}
