package dev.kindred.internal.query;

import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Condition;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectQueryRestrictionTests {

    private static final SelectQuery<User> USERS = SelectQuery.of(User_.MODEL);
    private static final SelectQuery<User> IDS = USERS.select(User_.ID);
    private static final String FROM = "SELECT \"id\" FROM \"users\"";
    private static final Condition<User> A = User_.ID.eq(1L);
    private static final Condition<User> B = User_.EMAIL.eq("b");
    private static final Condition<User> C = User_.LOGINS.eq(3);

    @Test
    void noConditionWidensARestriction() {
        Restriction one = new Restriction(Nodes.of(A), List.of(), null);
        String text = FROM + " WHERE \"id\" = $1 AND (\"email\" = $2 OR \"logins\" = $3)";

        Rendered.of(IDS.where(B).orWhere(C).within(one)).is(text, 1L, "b", 3);
        Rendered.of(IDS.within(one).where(B).orWhere(C)).is(text, 1L, "b", 3);
        Rendered.of(IDS.where(B).within(one).orWhere(C)).is(text, 1L, "b", 3);
        Rendered.of(IDS.within(one).orWhere(B)).is(FROM + " WHERE \"id\" = $1 AND \"email\" = $2", 1L, "b");
        Rendered.of(IDS.within(one)).is(FROM + " WHERE \"id\" = $1", 1L);
    }

    @Test
    void aRestrictionWithAnOrStaysTogether() {
        Restriction either = new Restriction(Nodes.of(A.or(B)), List.of(), null);

        Rendered.of(IDS.within(either).where(C))
                .is(FROM + " WHERE (\"id\" = $1 OR \"email\" = $2) AND \"logins\" = $3", 1L, "b", 3);
    }

    @Test
    void noLimitWidensARestriction() {
        Restriction two = new Restriction(Nodes.of(A), List.of(), 2L);
        String text = FROM + " WHERE \"id\" = $1 LIMIT $2";

        Rendered.of(IDS.within(two)).is(text, 1L, 2L);
        Rendered.of(IDS.within(two).limit(1_000)).is(text, 1L, 2L);
        Rendered.of(IDS.limit(1_000).within(two)).is(text, 1L, 2L);
        Rendered.of(IDS.within(two).limit(1)).is(text, 1L, 1L);
        Rendered.of(IDS.within(two).limit(0)).is(text, 1L, 0L);
    }

    @Test
    void theOrderOfARestrictionDecidesWhatTheOrderOfTheUserLeavesOpen() {
        Restriction lowest = new Restriction(Nodes.of(A), List.of(Nodes.of(User_.ID.asc())), null);

        Rendered.of(IDS.within(lowest).orderBy(User_.EMAIL.desc()))
                .is(FROM + " WHERE \"id\" = $1 ORDER BY \"email\" DESC, \"id\" ASC", 1L);
        Rendered.of(IDS.within(lowest)).is(FROM + " WHERE \"id\" = $1 ORDER BY \"id\" ASC", 1L);
    }

    @Test
    void aSecondRestrictionNarrowsAndNeverReplacesTheFirst() {
        Restriction first = new Restriction(Nodes.of(User_.ID.eq(1L)), List.of(), 1L);
        Restriction second = new Restriction(Nodes.of(User_.EMAIL.eq("a")), List.of(), 5L);

        Rendered.of(IDS.within(first).within(second))
                .is(FROM + " WHERE \"id\" = $1 AND \"email\" = $2 LIMIT $3", 1L, "a", 1L);
    }

    @Test
    void anOffsetDoesNotReachAnotherRowThanTheOneOfARestriction() {
        Restriction one = new Restriction(Nodes.of(User_.ID.eq(1L)), List.of(), 1L);

        Rendered.of(IDS.within(one).offset(1)).is(FROM + " WHERE \"id\" = $1 LIMIT $2", 1L, 0L);
    }
}
