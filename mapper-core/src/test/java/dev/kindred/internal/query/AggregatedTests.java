package dev.kindred.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.preload.AggregateStep;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Aggregate;
import dev.kindred.model.Handmade;
import dev.kindred.model.NumberColumn;
import dev.kindred.query.Aggregated;
import dev.kindred.support.Booking_;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Room;
import dev.kindred.support.Room_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.SqlTypes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AggregatedTests {

    private static final Aggregate<User, Long> COUNT = User_.PROFILE.count();
    private static final Aggregate<User, @Nullable BigDecimal> SUM = User_.PROFILE.sum(Profile_.ID);

    private final Aggregated<User> row =
            new DefaultAggregated<>(User.of(1L), List.of(COUNT, SUM), Arrays.asList(3L, null));

    @Test
    void valuesAreFoundByAggregateAndByLabel() {
        long count = row.get(COUNT);

        assertThat(count).isEqualTo(3);
        assertThat(row.get(User_.PROFILE.count())).isEqualTo(3L);
        assertThat(row.get("profileCount", Long.class)).isEqualTo(3L);
        assertThat(row.getOrNull(SUM)).isNull();
        assertThat(row.getOrNull("profileSumId", BigDecimal.class)).isNull();
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> row.get(SUM))
                .withMessageContaining("Read it with getOrNull(..)");
        assertThatExceptionOfType(MappingException.class).isThrownBy(() -> row.get("profileSumId", BigDecimal.class));
        assertThat(row.entity().id()).isEqualTo(1L);
    }

    @Test
    void aValueThatWasNotAskedForIsAnErrorThatListsThoseThatWere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.get(User_.PROFILE.max(Profile_.ID)))
                .withMessage("The query does not have the aggregate User.profile[profileMaxId]; it has"
                        + " [User.profile[profileCount], User.profile[profileSumId]]. Add it to with(..).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.get("profiles", Long.class))
                .withMessageStartingWith("The query does not have the aggregate profiles;");
    }

    @Test
    void labelsSayWhatIsMadeOfWhichRelation() {
        assertThat(List.of(
                        User_.PROFILE.count().label(),
                        User_.PROFILE.existence().label(),
                        User_.PROFILE.avg(Profile_.ID).label(),
                        User_.PROFILE.min(Profile_.NAME).label(),
                        User_.PROFILE.count().as("profiles").label()))
                .containsExactly("profileCount", "profileExists", "profileAvgId", "profileMinName", "profiles");
    }

    @Test
    void theSameValueTwiceIsReadOnceAndTwoUnderOneLabelAreAnError() {
        assertThat(Aggregates.of(List.of(COUNT, User_.PROFILE.count(), SUM)).all())
                .containsExactly(COUNT, SUM);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Aggregates.of(
                        List.of(COUNT, User_.PROFILE.count(profile -> profile.where(Profile_.NAME.eq("n"))))))
                .withMessage("Two different aggregates have the name profileCount, of User.profile. Rename one of them"
                        + " with as(..).");
    }

    @Test
    void aColumnOfAnotherEntityCannotBeSummed() {
        NumberColumn<Profile, Long> foreign =
                Handmade.number(ColumnDefinition.of(Profile.class, "age", "age", SqlTypes.LONG, Profile::id));

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> User_.PROFILE.sum(foreign))
                .withMessageContaining("Profile has no column Profile.age");
    }

    @Test
    void ofNoRowsTheNumberIsZeroAndTheSumIsNull() {
        assertThat(Nodes.of(COUNT).ofNoRows()).isEqualTo(0L);
        assertThat(Nodes.of(User_.PROFILE.existence()).ofNoRows()).isEqualTo(false);
        assertThat(Nodes.of(SUM).ofNoRows()).isNull();
        assertThat(Nodes.of(User_.PROFILE.max(Profile_.ID)).ofNoRows()).isNull();
    }

    @Test
    void rowsOfAGroupingAreFoundByKeysOfAnyWidth() {
        AggregateStep<Room> step =
                AggregateStep.of(Aggregates.of(List.of(Room_.BOOKING.count()))).get(0);
        List<@Nullable Object> found = Arrays.asList("north", 12L, 3L);

        assertThat(step.key(found)).isEqualTo(List.of("north", 12L));
        assertThat(step.value(0, found)).isEqualTo(3L);
        assertThat(step.value(0, null)).isEqualTo(0L);
        assertThat(step.types()).containsExactly(Booking_.HOUSE.type(), Booking_.ROOM_NUMBER.type(), SqlTypes.LONG);
    }
}
