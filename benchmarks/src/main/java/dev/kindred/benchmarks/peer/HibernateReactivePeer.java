package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.HibernateBasket;
import dev.kindred.benchmarks.entity.HibernateItem;
import dev.kindred.benchmarks.entity.HibernateLabel;
import dev.kindred.benchmarks.entity.HibernateNote;
import dev.kindred.benchmarks.entity.HibernateProfile;
import dev.kindred.benchmarks.entity.HibernateSetting;
import dev.kindred.benchmarks.entity.HibernateShelf;
import dev.kindred.benchmarks.entity.HibernateUser;
import dev.kindred.benchmarks.entity.HibernateWideRow;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.entity.Setting;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Peer;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.hibernate.cfg.Configuration;
import org.hibernate.reactive.provider.ReactiveServiceRegistryBuilder;
import org.hibernate.reactive.stage.Stage;

/**
 * Hibernate Reactive: stateless sessions, a fetch join for the relation, sequence keys in blocks of 50, batches of 50.
 */
public final class HibernateReactivePeer {

    private final Stage.SessionFactory factory;

    private HibernateReactivePeer(Stage.SessionFactory factory) {
        this.factory = factory;
    }

    /** Opens the peer and its variant with stateful sessions. */
    public static List<Peer> open(Login login, int poolSize) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(HibernateUser.class)
                .addAnnotatedClass(HibernateProfile.class)
                .addAnnotatedClass(HibernateSetting.class)
                .addAnnotatedClass(HibernateWideRow.class)
                .addAnnotatedClass(HibernateBasket.class)
                .addAnnotatedClass(HibernateItem.class)
                .addAnnotatedClass(HibernateLabel.class)
                .addAnnotatedClass(HibernateNote.class)
                .addAnnotatedClass(HibernateShelf.class)
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
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.putAll(peer.stateless());
        operations.putAll(new HibernateReactiveQueries(factory).operations());
        operations.putAll(new HibernateReactivePairs(factory).operations());
        Peer main = new Peer("hibernate-reactive", operations, factory::close, () -> 0);
        return List.of(
                main,
                main.variant("-stateful", peer.stateful()),
                main.variant(
                        "-preload",
                        Map.of(
                                Task.STREAM_WITH_CHILD,
                                operation(new HibernateReactiveQueries(factory)::streamWithProfiles))));
    }

    private Map<Task, Operation> stateless() {
        Map<Task, Operation> operations = new EnumMap<>(Task.class);
        operations.put(Task.FIND, operation(this::find));
        operations.put(Task.LIST, operation(this::list));
        operations.put(Task.CREATE_BOTH, operation(this::create));
        operations.put(Task.INSERT, operation(this::insert));
        operations.put(Task.INSERT_THOUSAND, operation(turn -> insertMany(turn, Turns.PAGE)));
        operations.put(Task.INSERT_TEN_THOUSAND, operation(turn -> insertMany(turn, Turns.MANY)));
        operations.put(
                Task.UPSERT,
                operation(turn -> settings(NewRows.halfKnown(turn), Stage.StatelessSession::upsertMultiple)));
        operations.put(
                Task.UPDATE,
                operation(turn -> settings(NewRows.allKnown(turn), Stage.StatelessSession::updateMultiple)));
        operations.putAll(Parents.operations(rows -> operation(turn -> join(turn, rows))));
        return operations;
    }

    private Map<Task, Operation> stateful() {
        return Map.of(
                Task.FIND, operation(this::findStateful),
                Task.LIST, operation(this::listStateful),
                Task.CREATE_BOTH, operation(this::createStateful));
    }

    static Operation operation(LongFunction<CompletionStage<Long>> work) {
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
                        session.createQuery("from HibernateUser where id > :id order by id", HibernateUser.class),
                        turn,
                        Turns.PAGE)
                .thenApply(users ->
                        users.stream().mapToLong(HibernateUser::checksum).sum()));
    }

    private CompletionStage<Long> listStateful(long turn) {
        return factory.withSession(session -> page(
                        session.createQuery("from HibernateUser where id > :id order by id", HibernateUser.class)
                                .setReadOnly(true),
                        turn,
                        Turns.PAGE)
                .thenApply(users ->
                        users.stream().mapToLong(HibernateUser::checksum).sum()));
    }

    private CompletionStage<Long> join(long turn, int rows) {
        return factory.withStatelessSession(session -> page(
                        session.createQuery(
                                "from HibernateProfile p join fetch p.user u where u.id > :id order by u.id",
                                HibernateProfile.class),
                        turn,
                        rows)
                .thenApply(profiles -> profiles.stream()
                        .mapToLong(HibernateProfile::checksumOfBoth)
                        .sum()));
    }

    private static <T> CompletionStage<List<T>> page(Stage.SelectionQuery<T> query, long turn, int rows) {
        return query.setParameter("id", Turns.pageStart(turn, rows))
                .setMaxResults(rows)
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

    private CompletionStage<Long> insert(long turn) {
        HibernateUser user = new HibernateUser(NewRows.user(turn));
        return factory.withStatelessSession(session -> session.insert(user)).thenApply(stored -> user.newChecksum());
    }

    private CompletionStage<Long> insertMany(long turn, int count) {
        List<HibernateUser> users =
                NewRows.users(turn, count).stream().map(HibernateUser::new).toList();
        return factory.withStatelessTransaction(session -> session.insertMultiple(users))
                .thenApply(stored ->
                        users.stream().mapToLong(HibernateUser::newChecksum).sum());
    }

    private CompletionStage<Long> settings(
            List<Setting> rows,
            BiFunction<Stage.StatelessSession, List<HibernateSetting>, CompletionStage<Void>> writing) {
        List<HibernateSetting> settings =
                rows.stream().map(HibernateSetting::new).toList();
        return factory.withStatelessTransaction(session -> writing.apply(session, settings))
                .thenApply(stored ->
                        settings.stream().mapToLong(HibernateSetting::checksum).sum());
    }
}
