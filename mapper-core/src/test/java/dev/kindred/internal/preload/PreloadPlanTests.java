package dev.kindred.internal.preload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.RelationKeyMissingException;
import dev.kindred.internal.key.RowKey;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.model.EntityColumn;
import dev.kindred.query.LoadMode;
import dev.kindred.query.PreloadQuery;
import dev.kindred.support.Avatar_;
import dev.kindred.support.Booking_;
import dev.kindred.support.Employee_;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Room_;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreloadPlanTests {

    private static final SelectQuery<User> USERS = SelectQuery.of(User_.MODEL);
    private static final SelectQuery<Profile> PROFILES = SelectQuery.of(Profile_.MODEL);

    /** Returns the plan as lines, one for each statement, indented by level. */
    private static List<String> lines(PreloadPlan<?> plan) {
        List<String> lines = new ArrayList<>();
        plan.steps().forEach(step -> {
            lines.add(step.relation().toString());
            lines(step.next()).forEach(line -> lines.add("  " + line));
        });
        return lines;
    }

    private static RowKey keyOfOnlyStep(PreloadPlan<?> plan) {
        assertThat(plan.steps()).hasSize(1);
        return plan.steps().get(0).key();
    }

    private static List<? extends EntityColumn<?, ?>> columnsOfOnlyStep(PreloadPlan<?> plan) {
        assertThat(plan.steps()).hasSize(1);
        return plan.steps().get(0).query().columns();
    }

    @Test
    void aQueryWithoutPreloadsNeedsNoStep() {
        assertThat(PreloadPlan.of(USERS)).isEqualTo(PreloadPlan.none());
        assertThat(PreloadPlan.of(USERS.select(User_.EMAIL)).steps()).isEmpty();
    }

    @Test
    void eachRelationIsOneStepInTheOrderInWhichItWasAskedFor() {
        assertThat(lines(PreloadPlan.of(PROFILES.preload(Profile_.AVATAR).preload(Profile_.USER))))
                .containsExactly("Profile.avatar", "Profile.user");
    }

    @Test
    void aKeyThatIsAddedForTheWayBackServesTheNextLevelToo() {
        PreloadPlan<?> plan = PreloadPlan.of(SelectQuery.of(Avatar_.MODEL)
                .preload(
                        Avatar_.PROFILE,
                        profile -> profile.select(Profile_.NAME).preload(Profile_.AVATAR)));

        assertThat(lines(plan)).containsExactly("Avatar.profile", "  Profile.avatar");
    }

    @Test
    void aSelectedKeyMakesNoDifferenceBetweenTwoPreloads() {
        PreloadPlan<?> plan = PreloadPlan.of(USERS.preload(User_.PROFILE, profile -> profile.select(Profile_.NAME))
                .preload(User_.PROFILE, profile -> profile.select(Profile_.NAME, Profile_.USER_ID)));

        assertThat(lines(plan)).containsExactly("User.profile");
        assertThat(columnsOfOnlyStep(plan)).isEqualTo(List.of(Profile_.USER_ID, Profile_.NAME));
    }

    @Test
    void nestedPreloadsAreStepsOfTheNextLevel() {
        assertThat(lines(PreloadPlan.of(USERS.preload(
                        User_.PROFILE,
                        profiles -> profiles.preload(Profile_.USER)
                                .preload(Profile_.AVATAR, avatars -> avatars.preload(Avatar_.PROFILE))))))
                .containsExactly("User.profile", "  Profile.user", "  Profile.avatar", "    Avatar.profile");
    }

    @Test
    void aSelfRelationNestsToAnyDepth() {
        assertThat(lines(PreloadPlan.of(SelectQuery.of(Employee_.MODEL)
                        .preload(
                                Employee_.MANAGER,
                                managers -> managers.preload(
                                        Employee_.MANAGER, others -> others.preload(Employee_.MANAGER)))
                        .preload(Employee_.REPORT))))
                .containsExactly("Employee.manager", "  Employee.manager", "    Employee.manager", "Employee.report");
    }

    @Test
    void theSameRelationAskedForTwiceIsOneStep() {
        assertThat(lines(PreloadPlan.of(USERS.preload(User_.PROFILE).preload(User_.PROFILE))))
                .containsExactly("User.profile");
        assertThat(lines(PreloadPlan.of(USERS.preload(User_.PROFILE, p -> p.where(Profile_.ID.in(1L, 2L)))
                        .preload(User_.PROFILE, p -> p.where(Profile_.ID.in(1L, 2L))))))
                .containsExactly("User.profile");
        assertThat(lines(PreloadPlan.of(USERS.preload(User_.PROFILE, p -> p.select(Profile_.ID, Profile_.NAME))
                        .preload(User_.PROFILE, p -> p.select(Profile_.NAME, Profile_.ID)))))
                .containsExactly("User.profile");
    }

    @Test
    void theNestedPreloadsOfTheSameRelationArePutTogether() {
        assertThat(lines(PreloadPlan.of(USERS.preload(User_.PROFILE, p -> p.preload(Profile_.AVATAR))
                        .preload(User_.PROFILE)
                        .preload(User_.PROFILE, p -> p.preload(Profile_.USER).preload(Profile_.AVATAR)))))
                .containsExactly("User.profile", "  Profile.avatar", "  Profile.user");
    }

    static Stream<UnaryOperator<PreloadQuery<Profile>>> differences() {
        return Stream.of(
                profiles -> profiles.where(Profile_.NAME.eq("Jane")),
                profiles -> profiles.orderBy(Profile_.NAME.asc()),
                profiles -> profiles.select(Profile_.NAME),
                profiles -> profiles.loading(LoadMode.FORBID));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void theSameRelationAskedForInTwoWaysIsAnErrorThatNamesIt(UnaryOperator<PreloadQuery<Profile>> difference) {
        SelectQuery<User> users = USERS.preload(User_.PROFILE).preload(User_.PROFILE, difference);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreloadPlan.of(users))
                .withMessageContaining("User.profile")
                .withMessageContaining("twice");
    }

    @Test
    void aNestedRelationAskedForInTwoWaysIsAnErrorThatNamesIt() {
        SelectQuery<User> users = USERS.preload(User_.PROFILE, p -> p.preload(Profile_.AVATAR))
                .preload(
                        User_.PROFILE,
                        p -> p.preload(Profile_.AVATAR, avatars -> avatars.where(Avatar_.URL.eq("secret"))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreloadPlan.of(users))
                .withMessageContaining("Profile.avatar")
                .withMessageNotContaining("secret");
    }

    @Test
    void aLocalKeyThatIsNotSelectedIsAnErrorThatNamesItAndSaysWhatToDo() {
        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> PreloadPlan.of(USERS.select(User_.EMAIL).preload(User_.PROFILE)))
                .withMessage("Cannot preload User.profile: its key column User.id is not selected."
                        + " Add that column to select(..).");
        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> PreloadPlan.of(PROFILES.preload(Profile_.USER).select(Profile_.ID)))
                .withMessageContaining("Profile.user")
                .withMessageContaining("Profile.userId");
    }

    @Test
    void everyPartOfALocalKeyIsNeeded() {
        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> PreloadPlan.of(SelectQuery.of(Room_.MODEL)
                        .select(Room_.HOUSE, Room_.CODE)
                        .preload(Room_.BOOKING)))
                .withMessageContaining("Room.booking")
                .withMessageContaining("Room.number");
    }

    @Test
    void aNestedLocalKeyThatIsNotSelectedIsAnErrorToo() {
        assertThatExceptionOfType(RelationKeyMissingException.class)
                .isThrownBy(() -> PreloadPlan.of(USERS.preload(
                        User_.PROFILE,
                        p -> p.select(Profile_.USER_ID, Profile_.NAME).preload(Profile_.AVATAR))))
                .withMessageContaining("Profile.avatar")
                .withMessageContaining("Profile.id");
    }

    @Test
    void aKeyThatIsNotSelectedIsReadBesideTheEntity() {
        PreloadPlan<?> profile = PreloadPlan.of(USERS.preload(User_.PROFILE, p -> p.select(Profile_.NAME)));
        PreloadPlan<?> user = PreloadPlan.of(PROFILES.preload(Profile_.USER, users -> users.select(User_.EMAIL)));
        PreloadPlan<?> booking = PreloadPlan.of(
                SelectQuery.of(Room_.MODEL).preload(Room_.BOOKING, bookings -> bookings.select(Booking_.ROOM_NUMBER)));

        assertThat(columnsOfOnlyStep(profile)).isEqualTo(List.of(Profile_.NAME));
        assertThat(keyOfOnlyStep(profile))
                .isEqualTo(new RowKey(List.of(Profile_.USER_ID), List.of(Profile_.USER_ID), List.of()));
        assertThat(columnsOfOnlyStep(user)).isEqualTo(List.of(User_.EMAIL));
        assertThat(keyOfOnlyStep(user)).isEqualTo(new RowKey(List.of(User_.ID), List.of(User_.ID), List.of()));
        assertThat(columnsOfOnlyStep(booking)).isEqualTo(List.of(Booking_.ROOM_NUMBER));
        assertThat(keyOfOnlyStep(booking))
                .isEqualTo(
                        new RowKey(List.of(Booking_.HOUSE, Booking_.ROOM_NUMBER), List.of(Booking_.HOUSE), List.of()));
    }

    @Test
    void aKeyThatIsSelectedIsNotRepeated() {
        PreloadPlan<?> selected =
                PreloadPlan.of(USERS.preload(User_.PROFILE, p -> p.select(Profile_.NAME, Profile_.USER_ID)));
        PreloadPlan<?> whole = PreloadPlan.of(USERS.preload(User_.PROFILE));

        assertThat(columnsOfOnlyStep(selected)).isEqualTo(List.of(Profile_.USER_ID, Profile_.NAME));
        assertThat(keyOfOnlyStep(selected)).isEqualTo(new RowKey(List.of(Profile_.USER_ID), List.of(), List.of()));
        assertThat(columnsOfOnlyStep(whole)).isEqualTo(Profile_.MODEL.columns());
        assertThat(keyOfOnlyStep(whole)).isEqualTo(new RowKey(List.of(Profile_.USER_ID), List.of(), List.of()));
    }

    @Test
    void aKeyThatAFurtherPreloadNeedsIsAColumnOfTheEntity() {
        PreloadPlan<?> plan = PreloadPlan.of(
                USERS.preload(User_.PROFILE, p -> p.select(Profile_.NAME).preload(Profile_.USER)));

        assertThat(columnsOfOnlyStep(plan)).isEqualTo(List.of(Profile_.USER_ID, Profile_.NAME));
    }

    @Test
    void anOffsetOrALimitOfZeroIsAnErrorSinceTheFirstRowOfEachParentIsMeant() {
        List<UnaryOperator<PreloadQuery<Profile>>> pages =
                List.of(p -> p.limit(0), p -> p.offset(1), p -> p.limit(1).offset(0));

        for (UnaryOperator<PreloadQuery<Profile>> page : pages) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PreloadPlan.of(USERS.preload(User_.PROFILE, page)))
                    .withMessageContaining("User.profile")
                    .withMessageContaining("Remove it");
        }
    }

    @Test
    void aLimitIsOneForEachParent() {
        PreloadPlan<User> plan = PreloadPlan.of(USERS.preload(User_.PROFILE, p -> p.limit(1)));
        PreloadPlan<User> sorted = PreloadPlan.of(USERS.preload(
                User_.PROFILE, p -> p.orderBy(Profile_.NAME.desc()).limit(2)));

        assertThat(plan).isEqualTo(PreloadPlan.of(USERS.preload(User_.PROFILE, p -> p.orderBy(Profile_.ID.asc()))));
        assertThat(sorted)
                .isEqualTo(PreloadPlan.of(USERS.preload(User_.PROFILE, p -> p.orderBy(Profile_.NAME.desc()))));
    }

    @Test
    void aNestedOffsetIsAnErrorThatNamesTheNestedRelation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PreloadPlan.of(
                        USERS.preload(User_.PROFILE, p -> p.preload(Profile_.AVATAR, avatars -> avatars.offset(1)))))
                .withMessageContaining("Profile.avatar");
    }

    @Test
    void aPageOfTheParentsIsNoConcernOfTheirPreloads() {
        assertThat(lines(PreloadPlan.of(USERS.limit(10).offset(20).preload(User_.PROFILE))))
                .containsExactly("User.profile");
    }

    @Test
    void entitiesAtHandHaveAllTheirKeys() {
        assertThat(lines(PreloadPlan.ofEntities(
                        USERS.select(User_.EMAIL).preload(User_.PROFILE).preloads())))
                .containsExactly("User.profile");
    }
}
