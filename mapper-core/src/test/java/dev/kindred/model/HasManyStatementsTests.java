package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.KeyedStatements;
import dev.kindred.internal.preload.PreloadPlan;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Statement;
import dev.kindred.query.PreloadManyQuery;
import dev.kindred.support.Booking;
import dev.kindred.support.Booking_;
import dev.kindred.support.Rendered;
import dev.kindred.support.Room;
import dev.kindred.support.Room_;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The statements of a relation to many rows with a composite key. */
class HasManyStatementsTests {

    private static final String COLUMNS =
            "\"t0\".\"id\", \"t0\".\"house\", \"t0\".\"room_number\", \"t0\".\"room_code\"";

    private static final HasManyRelation<Room, Booking> BOOKINGS =
            HasManyRelation.of(Room_.BOOKING.definition().orderBy(() -> List.of(Booking_.ROOM_CODE.desc())));

    @Test
    void anOrderThatOnlyTheServerKnowsIsInTheStatement() {
        Rendered.of(statement(bookings -> bookings))
                .is(
                        "SELECT \"id\", \"house\", \"room_number\", \"room_code\" FROM \"hotel\".\"bookings\""
                                + " WHERE (\"house\", \"room_number\") IN (SELECT * FROM unnest($1, $2))"
                                + " ORDER BY \"room_code\" DESC, \"id\" DESC",
                        List.of("a", "b"),
                        List.of(1, 2));
    }

    @Test
    void anOrderOfIntegersIsNotInTheStatementIfTheyAreRead() {
        assertThat(Rendered.of(statement(bookings -> bookings.orderBy(Booking_.ID.desc())))
                        .text())
                .doesNotContain("ORDER BY");
        assertThat(Rendered.of(statement(
                                bookings -> bookings.select(Booking_.HOUSE).orderBy(Booking_.ID.desc())))
                        .text())
                .endsWith(" ORDER BY \"id\" DESC");
        assertThat(Rendered.of(statement(bookings -> bookings.orderBy(Booking_.ROOM_NUMBER.asc())))
                        .text())
                .endsWith(" ORDER BY \"room_number\" ASC, \"id\" ASC");
    }

    @Test
    void aLimitOfEachKeyIsInALateralSubQuery() {
        Rendered.of(statement(bookings -> bookings.where(Booking_.ID.gt(1L))
                        .orWhere(Booking_.ID.lt(0L))
                        .orderBy(Booking_.ID.desc())
                        .limitEach(2)))
                .is(
                        "SELECT " + COLUMNS + " FROM unnest($1, $2) AS \"k\" (\"c0\", \"c1\")"
                                + " CROSS JOIN LATERAL (SELECT \"t1\".* FROM \"hotel\".\"bookings\" AS \"t1\""
                                + " WHERE \"t1\".\"house\" = \"k\".\"c0\" AND \"t1\".\"room_number\" = \"k\".\"c1\""
                                + " AND (\"t1\".\"id\" > $3 OR \"t1\".\"id\" < $4)"
                                + " ORDER BY \"t1\".\"id\" DESC LIMIT 3) AS \"t0\" ORDER BY \"t0\".\"id\" DESC",
                        List.of("a", "b"),
                        List.of(1, 2),
                        1L,
                        0L);
    }

    @Test
    void anUnusualLimitIsAParameter() {
        assertThat(Rendered.of(statement(bookings -> bookings.limitEach(100))).text())
                .contains("LIMIT 101)");
        assertThat(Rendered.of(statement(bookings -> bookings.limitEach(12_345)))
                        .values())
                .endsWith(12_346L);
    }

    private static Statement statement(UnaryOperator<PreloadManyQuery<Booking>> bookings) {
        KeyRows<Room> keys = new KeyRows<>(BOOKINGS.sourceKey());
        keys.add(new Room("a", 1, "a1", null));
        keys.add(new Room("b", 2, "b2", null));
        PreloadPlan<Room> plan = PreloadPlan.of(SelectQuery.of(Room_.MODEL).preload(BOOKINGS, bookings));
        PreloadStep<Room, ?> step = plan.steps().get(0);
        return statement(step, keys);
    }

    private static <R> Statement statement(PreloadStep<Room, R> step, KeyRows<Room> keys) {
        return new KeyedStatements<>(step).of(keys).statement();
    }
}
