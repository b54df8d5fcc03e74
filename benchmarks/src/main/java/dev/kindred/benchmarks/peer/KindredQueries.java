package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.Checksums;
import dev.kindred.benchmarks.entity.Profile_;
import dev.kindred.benchmarks.entity.User;
import dev.kindred.benchmarks.entity.User_;
import dev.kindred.benchmarks.entity.WideRow;
import dev.kindred.benchmarks.entity.WideRow_;
import dev.kindred.benchmarks.harness.Operation;
import dev.kindred.benchmarks.harness.Task;
import dev.kindred.benchmarks.harness.Turns;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Kindred's relation, wide-row and stream reads. */
record KindredQueries(ReactiveMapper mapper) {

    Map<Task, Operation> operations() {
        return Map.of(
                Task.FILTER, Operation.of(this::filter),
                Task.COUNT, Operation.of(turn -> inRange(turn).count()),
                Task.PAGE, Operation.of(this::page),
                Task.WIDE, Operation.of(this::wide),
                Task.STREAM, Operation.of(this::stream),
                Task.STREAM_CANCELLED, Operation.of(this::cancelled));
    }

    Mono<Long> streamWithProfiles(long turn) {
        return sumOfBoth(users().preload(User_.PROFILE));
    }

    Mono<Long> streamJoined(long turn) {
        return sumOfBoth(users().preload(User_.PROFILE, profile -> profile.joined()));
    }

    private static Mono<Long> sumOfBoth(EntitySelect<User> users) {
        return users.stream().limitRate(Turns.DEMAND).reduce(0L, (sum, user) -> sum + KindredPeer.checksumOfBoth(user));
    }

    private Mono<Long> filter(long turn) {
        return mapper.from(User.class)
                .whereHas(User_.PROFILE, profile -> profile.where(Profile_.TELEPHONE.eq(Turns.telephone(turn))))
                .orderBy(User_.ID.asc())
                .all()
                .reduce(0L, (sum, user) -> sum + KindredPeer.checksum(user));
    }

    private Mono<Long> page(long turn) {
        return inRange(turn)
                .orderBy(User_.ID.asc())
                .page(PageRequest.of(Turns.PAGE_OFFSET / Turns.SHORT_PAGE, Turns.SHORT_PAGE))
                .map(page -> Checksums.ofPage(
                        page.rows().stream().mapToLong(KindredPeer::checksum).sum(), page.total()));
    }

    private EntitySelect<User> inRange(long turn) {
        return mapper.from(User.class)
                .whereHas(
                        User_.PROFILE,
                        profile -> profile.where(Profile_.TELEPHONE
                                .ge(Turns.telephoneFrom(turn))
                                .and(Profile_.TELEPHONE.lt(Turns.telephoneTo(turn)))));
    }

    private Mono<Long> wide(long turn) {
        return mapper.from(WideRow.class)
                .where(WideRow_.ID.gt(Turns.widePageStart(turn)))
                .orderBy(WideRow_.ID.asc())
                .limit(Turns.WIDE_PAGE)
                .all()
                .reduce(0L, (sum, row) -> sum + row.checksum());
    }

    private Mono<Long> stream(long turn) {
        return users().stream().limitRate(Turns.DEMAND).reduce(0L, (sum, user) -> sum + KindredPeer.checksum(user));
    }

    private Mono<Long> cancelled(long turn) {
        return users().stream()
                .limitRate(Turns.DEMAND)
                .take(Turns.CANCELLED_AFTER)
                .reduce(0L, (sum, user) -> sum + KindredPeer.checksum(user));
    }

    private EntitySelect<User> users() {
        return mapper.from(User.class).orderBy(User_.ID.asc());
    }
}
