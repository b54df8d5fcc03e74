package dev.kindred.benchmarks.peer;

import static dev.kindred.benchmarks.peer.HibernateReactivePeer.operation;

import dev.kindred.benchmarks.entity.HibernateBasket;
import dev.kindred.benchmarks.entity.HibernateLabel;
import dev.kindred.benchmarks.entity.HibernateNote;
import dev.kindred.benchmarks.entity.HibernateShelf;
import dev.kindred.benchmarks.entity.NewRows;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.reactive.stage.Stage;

/** The many-to-many reads of Hibernate Reactive, and its writes of lists and pairs. */
record HibernateReactivePairs(Stage.SessionFactory factory) {

    private static final long SHELF = 1;

    Map<Task, Operation> operations() {
        return Map.of(
                Task.PAIRS, operation(this::pairs),
                Task.CREATE_LIST, operation(this::create),
                Task.SYNC, operation(this::sync));
    }

    private CompletionStage<Long> pairs(long turn) {
        return factory.withSession(session -> session.createQuery(
                        "from HibernateBasket b left join fetch b.labels l where b.id > :id and b.id <= :last"
                                + " order by b.id, l.id",
                        HibernateBasket.class)
                .setReadOnly(true)
                .setParameter("id", Turns.basketPageStart(turn))
                .setParameter("last", Turns.basketPageStart(turn) + Turns.PAGE)
                .getResultList()
                .thenApply(baskets -> baskets.stream()
                        .mapToLong(HibernateBasket::checksumWithLabels)
                        .sum()));
    }

    private CompletionStage<Long> create(long turn) {
        List<HibernateNote> notes =
                NewRows.notes(turn).stream().map(HibernateNote::new).toList();
        return factory.withStatelessTransaction(session -> session.insertMultiple(notes))
                .thenApply(stored -> {
                    long sum = 0;
                    for (int place = 0; place < notes.size(); place++) {
                        sum += notes.get(place).newChecksum(place);
                    }
                    return sum;
                });
    }

    /** Locks the shelf, so that syncs of one shelf run one after another. */
    private CompletionStage<Long> sync(long turn) {
        Set<Long> keys = Set.copyOf(Turns.labels(turn));
        return factory.withTransaction(session -> session.find(HibernateShelf.class, SHELF, LockMode.PESSIMISTIC_WRITE)
                .thenCompose(shelf -> session.fetch(shelf.labels()))
                .thenApply(labels -> synced(session, labels, keys)));
    }

    private static long synced(Stage.Session session, Set<HibernateLabel> labels, Set<Long> keys) {
        labels.removeIf(label -> !keys.contains(label.id()));
        Set<Long> present = labels.stream().map(HibernateLabel::id).collect(Collectors.toSet());
        keys.stream()
                .filter(key -> !present.contains(key))
                .forEach(key -> labels.add(session.getReference(HibernateLabel.class, key)));
        return keys.size();
    }
}
