package dev.kindred.benchmarks.peer;

import static dev.kindred.benchmarks.peer.HibernateReactivePeer.operation;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.HibernateBasket;
import dev.kindred.benchmarks.entity.HibernateProfile;
import dev.kindred.benchmarks.entity.HibernateUser;
import dev.kindred.benchmarks.entity.HibernateWideRow;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.hibernate.reactive.stage.Stage;

/**
 * The relation, wide-row and stream reads of Hibernate Reactive. It has no streaming read, so a stream is a sequence of
 * pages of 1,000, each after the last key of the previous page.
 */
record HibernateReactiveQueries(Stage.SessionFactory factory) {

    private static final String IN_RANGE =
            "from HibernateProfile p join p.user u where p.telephone >= :first and p.telephone < :end";

    Map<Task, Operation> operations() {
        return Map.of(
                Task.FILTER, operation(this::filter),
                Task.COUNT, operation(turn -> factory.withStatelessSession(session -> count(session, turn))),
                Task.PAGE, operation(this::page),
                Task.WIDE, operation(this::wide),
                Task.LISTS, operation(this::lists),
                Task.STREAM, operation(this::stream));
    }

    CompletionStage<Long> streamWithProfiles(long turn) {
        return pages(
                after -> nextPage(
                        "from HibernateProfile p join fetch p.user u where u.id > :id order by u.id",
                        HibernateProfile.class,
                        after),
                HibernateProfile::userId,
                HibernateProfile::checksumOfBoth);
    }

    private CompletionStage<Long> filter(long turn) {
        return factory.withStatelessSession(session -> session.createQuery(
                        "select u from HibernateProfile p join p.user u where p.telephone = :telephone order by u.id",
                        HibernateUser.class)
                .setParameter("telephone", Turns.telephone(turn))
                .getResultList()
                .thenApply(HibernateReactiveQueries::sum));
    }

    private static CompletionStage<Long> count(Stage.StatelessSession session, long turn) {
        return session.createQuery("select count(*) " + IN_RANGE, Long.class)
                .setParameter("first", Turns.telephoneFrom(turn))
                .setParameter("end", Turns.telephoneTo(turn))
                .getSingleResult();
    }

    private CompletionStage<Long> page(long turn) {
        return factory.withStatelessSession(session -> session.createQuery(
                        "select u " + IN_RANGE + " order by u.id", HibernateUser.class)
                .setParameter("first", Turns.telephoneFrom(turn))
                .setParameter("end", Turns.telephoneTo(turn))
                .setMaxResults(Turns.SHORT_PAGE)
                .setFirstResult(Turns.PAGE_OFFSET)
                .getResultList()
                .thenCompose(users -> count(session, turn).thenApply(total -> Checksums.ofPage(sum(users), total))));
    }

    /** With a limit, a fetch join of a collection would read the whole table. The keys have no gaps. */
    private CompletionStage<Long> lists(long turn) {
        return factory.withSession(session -> session.createQuery(
                        "from HibernateBasket b left join fetch b.items i where b.id > :id and b.id <= :last"
                                + " order by b.id, i.id",
                        HibernateBasket.class)
                .setReadOnly(true)
                .setParameter("id", Turns.basketPageStart(turn))
                .setParameter("last", Turns.basketPageStart(turn) + Turns.PAGE)
                .getResultList()
                .thenApply(baskets -> baskets.stream()
                        .mapToLong(HibernateBasket::checksumOfBoth)
                        .sum()));
    }

    private CompletionStage<Long> wide(long turn) {
        return factory.withStatelessSession(session -> session.createQuery(
                        "from HibernateWideRow where id > :id order by id", HibernateWideRow.class)
                .setParameter("id", Turns.widePageStart(turn))
                .setMaxResults(Turns.WIDE_PAGE)
                .getResultList()
                .thenApply(rows ->
                        rows.stream().mapToLong(HibernateWideRow::checksum).sum()));
    }

    private CompletionStage<Long> stream(long turn) {
        return pages(
                after -> nextPage("from HibernateUser where id > :id order by id", HibernateUser.class, after),
                HibernateUser::storedId,
                HibernateUser::checksum);
    }

    private <T> CompletionStage<List<T>> nextPage(String query, Class<T> type, long after) {
        return factory.withStatelessSession(session -> session.createQuery(query, type)
                .setParameter("id", after)
                .setMaxResults(Turns.PAGE)
                .getResultList());
    }

    private static <T> CompletionStage<Long> pages(
            LongFunction<CompletionStage<List<T>>> reading, ToLongFunction<T> key, ToLongFunction<T> checksum) {
        return pages(reading, key, checksum, 0, 0);
    }

    private static <T> CompletionStage<Long> pages(
            LongFunction<CompletionStage<List<T>>> reading,
            ToLongFunction<T> key,
            ToLongFunction<T> checksum,
            long after,
            long before) {
        return reading.apply(after).thenCompose(page -> {
            long sum = before + page.stream().mapToLong(checksum).sum();
            return page.size() < Turns.PAGE
                    ? CompletableFuture.completedFuture(sum)
                    : pages(reading, key, checksum, key.applyAsLong(page.get(page.size() - 1)), sum);
        });
    }

    private static long sum(List<HibernateUser> users) {
        return users.stream().mapToLong(HibernateUser::checksum).sum();
    }
}
