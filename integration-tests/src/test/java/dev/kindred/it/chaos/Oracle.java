package dev.kindred.it.chaos;

import dev.kindred.it.chaos.Claim.Flip;
import dev.kindred.it.chaos.Claim.Removal;
import dev.kindred.it.chaos.Claim.Rows;
import dev.kindred.it.chaos.Claim.Single;
import dev.kindred.it.chaos.Claim.Value;
import dev.kindred.it.chaos.Stored.Parts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares what callers were told with the rows.
 *
 * <ul>
 *   <li>lost: a write was acknowledged and its effect is missing, or was overwritten by a write that had ended before.
 *   <li>duplicated: a row is there twice, or the row of a refused write is there. Its caller would write it again.
 *   <li>torn: a part of the effects of a write is there.
 * </ul>
 *
 * <p>Used for one run. Confined to one thread.
 */
final class Oracle {

    private static final int SHOWN = 20;

    private final List<Call> calls;
    private final Stored stored;
    private final Map<Long, List<Call>> removals = new HashMap<>();
    private final Map<String, List<Write>> registers = new HashMap<>();
    private final Map<String, Integer> flips = new HashMap<>();
    private final Map<String, Boolean> singles = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private int lost;
    private int duplicated;
    private int torn;

    private Oracle(List<Call> calls, Stored stored) {
        this.calls = calls;
        this.stored = stored;
    }

    static Verdict judge(List<Call> calls, Stored stored) {
        Oracle oracle = new Oracle(calls, stored);
        oracle.collect();
        oracle.judgeRows();
        oracle.registers.forEach(oracle::judgeRegister);
        oracle.judgeFlips();
        oracle.judgeSingles();
        oracle.judgeBalances();
        return new Verdict(oracle.lost, oracle.duplicated, oracle.torn, List.copyOf(oracle.findings));
    }

    private void collect() {
        for (Call call : calls) {
            for (Claim claim : call.claims()) {
                if (claim instanceof Removal removal) {
                    removals.computeIfAbsent(removal.target(), target -> new ArrayList<>())
                            .add(call);
                } else if (claim instanceof Value value) {
                    registers
                            .computeIfAbsent(value.register(), name -> new ArrayList<>())
                            .add(new Write(call, value));
                } else if (claim instanceof Flip flip) {
                    flips.merge(flip.key(), stored.parts().containsKey(call.op()) ? 1 : 0, Integer::sum);
                } else if (claim instanceof Single single) {
                    singles.merge(single.key(), call.outcome() == Outcome.ACKNOWLEDGED, Boolean::logicalOr);
                }
            }
        }
    }

    private void judgeRows() {
        Set<Long> known = new HashSet<>();
        for (Call call : calls) {
            for (Claim claim : call.claims()) {
                if (claim instanceof Rows rows) {
                    known.add(call.op());
                    judgeRows(call, rows, stored.parts().get(call.op()));
                }
            }
        }
        for (Long op : stored.parts().keySet()) {
            if (!known.contains(op)) {
                torn("rows of write " + op + " that no caller sent");
            }
        }
    }

    private void judgeRows(Call call, Rows rows, @Nullable Parts parts) {
        List<Call> removed = removals.getOrDefault(call.op(), List.of());
        if (parts == null) {
            if (call.outcome() == Outcome.ACKNOWLEDGED
                    && removed.stream().allMatch(removal -> removal.outcome() == Outcome.REFUSED)) {
                lost(call + " has no rows");
            }
            return;
        }
        if (!parts.isWhole(rows.parts())) {
            torn(call + " has " + parts + " instead of " + rows.parts() + " parts");
        }
        if (parts.rows() > parts.distinct()) {
            duplicated(call + " has " + parts);
        }
        if (call.outcome() == Outcome.REFUSED) {
            duplicated(call + " has rows");
        }
        for (Call removal : removed) {
            if (removal.outcome() == Outcome.ACKNOWLEDGED) {
                lost(removal + " left rows of " + call);
            }
        }
    }

    private void judgeRegister(String name, List<Write> writes) {
        List<@Nullable Long> values = stored.registers().getOrDefault(name, List.of());
        List<Long> present = values.stream().filter(Objects::nonNull).toList();
        int size = writes.get(0).value().size();
        Set<Long> distinct = new TreeSet<>(present);
        if (distinct.size() > 1 || (!distinct.isEmpty() && present.size() < size)) {
            torn(name + " has the values " + values);
            return;
        }
        if (present.size() > size) {
            duplicated(name + " has the values " + values);
        }
        @Nullable Long last = present.isEmpty() ? null : present.get(0);
        if (!isPossible(last, writes)) {
            lost(name + " has the value " + last + " although a later write was acknowledged");
        }
    }

    /**
     * A write can be the last one unless an acknowledged write began after its end. A write with an unknown outcome has
     * no end, because the server can execute it later.
     */
    private static boolean isPossible(@Nullable Long last, List<Write> writes) {
        List<Write> acknowledged = writes.stream()
                .filter(write -> write.call().outcome() == Outcome.ACKNOWLEDGED)
                .toList();
        if (last == null && acknowledged.isEmpty()) {
            return true;
        }
        return writes.stream()
                .filter(write -> Objects.equals(write.value().value(), last)
                        && write.call().outcome() != Outcome.REFUSED)
                .anyMatch(write -> write.call().outcome() == Outcome.UNKNOWN
                        || acknowledged.stream()
                                .noneMatch(other ->
                                        other.call().begun() - write.call().ended() > 0));
    }

    private void judgeFlips() {
        flips.forEach((key, times) -> {
            if ((times % 2 == 1) != stored.flips().contains(key)) {
                lost(key + " was flipped " + times + " times");
            }
        });
    }

    private void judgeSingles() {
        singles.forEach((key, isAcknowledged) -> {
            int rows = stored.singles().getOrDefault(key, 0);
            if (rows > 1) {
                duplicated(key + " has " + rows + " rows");
            }
            if (rows == 0 && isAcknowledged) {
                lost(key + " has no row");
            }
        });
    }

    private void judgeBalances() {
        stored.balances().forEach((account, balance) -> {
            if (balance != (long) stored.sums().getOrDefault(account, 0L)) {
                torn("account " + account + " has another balance than its entries");
            }
        });
    }

    private void lost(String what) {
        lost++;
        note("lost: " + what);
    }

    private void duplicated(String what) {
        duplicated++;
        note("duplicated: " + what);
    }

    private void torn(String what) {
        torn++;
        note("torn: " + what);
    }

    private void note(String finding) {
        if (findings.size() < SHOWN) {
            findings.add(finding);
        }
    }

    private record Write(Call call, Value value) {}
}
