package dev.kindred.internal.query;

import static dev.kindred.support.Absent.absent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.sql.Count;
import dev.kindred.internal.sql.Exists;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.model.Condition;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.Handmade;
import dev.kindred.model.SortOrder;
import dev.kindred.model.TextColumn;
import dev.kindred.query.LoadMode;
import dev.kindred.query.PreloadQuery;
import dev.kindred.support.Absent;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.SqlTypes;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectQueryTests {

    private static final SelectQuery<User> USERS = SelectQuery.of(User_.MODEL);
    private static final SelectQuery<User> IDS = USERS.select(User_.ID);
    private static final String FROM = "SELECT \"id\" FROM \"users\"";
    private static final Condition<User> A = User_.ID.eq(1L);
    private static final Condition<User> B = User_.EMAIL.eq("b");
    private static final Condition<User> C = User_.LOGINS.eq(3);

    static Stream<UnaryOperator<SelectQuery<User>>> steps() {
        return Stream.of(
                query -> query.where(C),
                query -> query.orWhere(C),
                query -> query.orderBy(User_.LOGINS.desc()),
                query -> query.limit(7),
                query -> query.offset(7),
                query -> query.select(User_.EMAIL),
                query -> query.including(List.of(User_.LOGINS)),
                query -> query.preload(User_.PROFILE),
                query -> query.preload(User_.PROFILE, profiles -> profiles.where(Profile_.ID.eq(1L))),
                query -> query.loading(LoadMode.FORBID),
                query -> query.within(new Restriction(Nodes.of(C), List.of(), 1L)));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void eachStepLeavesTheQueryAsItIs(UnaryOperator<SelectQuery<User>> step) {
        SelectQuery<User> query =
                USERS.where(A).orderBy(User_.ID.asc()).select(User_.ID).limit(1).offset(2);
        SelectQuery<User> before = new SelectQuery<>(
                query.model(), query.filter(), query.columns(), query.preloads(), query.mode(), query.isJoined());
        Rendered rendered = Rendered.of(query);

        SelectQuery<User> changed = step.apply(query);

        assertThat(changed).isNotEqualTo(query);
        assertThat(query).isEqualTo(before);
        assertThat(Rendered.of(query)).isEqualTo(rendered);
    }

    @Test
    void aQueryReadsEveryRowAndColumnToBeginWith() {
        assertThat(USERS.selectsAll()).isTrue();
        assertThat(USERS.toSelect().where()).isNull();
        assertThat(USERS.toSelect().columns()).isEqualTo(Columns.references(User_.MODEL));
    }

    @Test
    void conditionsAreGroupedFromLeftToRight() {
        Rendered.of(IDS.where(A).where(B).where(C))
                .is(FROM + " WHERE \"id\" = $1 AND \"email\" = $2 AND \"logins\" = $3", 1L, "b", 3);
        Rendered.of(IDS.where(A).orWhere(B).orWhere(C))
                .is(FROM + " WHERE \"id\" = $1 OR \"email\" = $2 OR \"logins\" = $3", 1L, "b", 3);
        Rendered.of(IDS.where(A).where(B).orWhere(C))
                .is(FROM + " WHERE (\"id\" = $1 AND \"email\" = $2) OR \"logins\" = $3", 1L, "b", 3);
        Rendered.of(IDS.where(A).orWhere(B).where(C))
                .is(FROM + " WHERE (\"id\" = $1 OR \"email\" = $2) AND \"logins\" = $3", 1L, "b", 3);
    }

    @Test
    void aConditionOfSeveralPartsStaysTogether() {
        Rendered.of(IDS.where(A).where(B.or(C)))
                .is(FROM + " WHERE \"id\" = $1 AND (\"email\" = $2 OR \"logins\" = $3)", 1L, "b", 3);
        Rendered.of(IDS.where(A.or(B)).where(C))
                .is(FROM + " WHERE (\"id\" = $1 OR \"email\" = $2) AND \"logins\" = $3", 1L, "b", 3);
        Rendered.of(IDS.where(A).orWhere(B.and(C)))
                .is(FROM + " WHERE \"id\" = $1 OR (\"email\" = $2 AND \"logins\" = $3)", 1L, "b", 3);
    }

    @Test
    void theFirstConditionStandsAloneHoweverItIsAdded() {
        Rendered.of(IDS.orWhere(A)).is(FROM + " WHERE \"id\" = $1", 1L);
        Rendered.of(IDS.orWhere(A).where(B)).is(FROM + " WHERE \"id\" = $1 AND \"email\" = $2", 1L, "b");
    }

    @Test
    void anEmptyListNeverReadsEveryRow() {
        Rendered.of(IDS.where(User_.ID.in(List.of()))).is(FROM + " WHERE false");
        Rendered.of(IDS.where(A).where(User_.ID.in(List.of()))).is(FROM + " WHERE \"id\" = $1 AND (false)", 1L);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void negativeLimitsAndOffsetsAreRefused(long rows) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USERS.limit(rows))
                .withMessage("limit must not be negative, but is " + rows);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> USERS.offset(rows))
                .withMessage("offset must not be negative, but is " + rows);
    }

    @Test
    void aLaterLimitOffsetOrSelectReplacesAnEarlierOne() {
        Rendered.of(USERS.select(User_.EMAIL)
                        .limit(1)
                        .offset(2)
                        .select(User_.ID)
                        .limit(3)
                        .offset(4))
                .is(FROM + " LIMIT $1 OFFSET $2", 3L, 4L);
    }

    @Test
    void laterOrdersAreLessSignificant() {
        Rendered.of(IDS.orderBy(User_.EMAIL.asc())
                        .orderBy(User_.LOGINS.desc(), User_.ID.asc())
                        .orderBy(List.of()))
                .is(FROM + " ORDER BY \"email\" ASC, \"logins\" DESC, \"id\" ASC");
    }

    @Test
    void columnsAreReadInTheOrderOfTheModelAndOnce() {
        assertThat(USERS.select(User_.LOGINS, User_.ID, User_.LOGINS).columns())
                .containsExactly(User_.ID, User_.LOGINS);
        assertThat(USERS.select(User_.LOGINS, User_.NICKNAME, User_.EMAIL, User_.ID)
                        .selectsAll())
                .isTrue();
    }

    @Test
    void aQueryReadsAtLeastOneColumnOfItsOwn() {
        TextColumn<User> foreign =
                Handmade.text(ColumnDefinition.of(User.class, "phone", "phone", SqlTypes.STRING, User::nickname));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> USERS.select(List.of()))
                .withMessage("select needs at least one column");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> USERS.select(foreign))
                .withMessageContaining("User has no column User.phone");
    }

    @Test
    void aMissingKeyIsIncludedOnce() {
        SelectQuery<User> emails = USERS.select(User_.EMAIL);

        assertThat(emails.including(List.of(User_.ID)).columns()).containsExactly(User_.ID, User_.EMAIL);
        assertThat(emails.including(List.of(User_.ID, User_.EMAIL, User_.ID)).columns())
                .containsExactly(User_.ID, User_.EMAIL);
        assertThat(emails.including(List.of(User_.ID))
                        .including(List.of(User_.ID))
                        .columns())
                .containsExactly(User_.ID, User_.EMAIL);
    }

    @Test
    void aKeyThatIsThereIsNotIncludedAgain() {
        assertThat(IDS.including(List.of(User_.ID))).isSameAs(IDS);
        assertThat(USERS.including(List.of(User_.ID))).isSameAs(USERS);
    }

    @Test
    void preloadsAreKeptInTheOrderInWhichTheyWereAskedFor() {
        SelectQuery<Profile> profiles =
                SelectQuery.of(Profile_.MODEL).preload(Profile_.AVATAR).preload(Profile_.USER, users -> users.where(A));

        assertThat(profiles.preloads())
                .containsExactly(
                        new Preload<>(Profile_.AVATAR, SelectQuery.of(dev.kindred.support.Avatar_.MODEL)),
                        new Preload<>(Profile_.USER, USERS.where(A)));
    }

    @Test
    void aModeHoldsUntilAnotherIsSet() {
        assertThat(USERS.modeOr(LoadMode.SINGLE)).isEqualTo(LoadMode.SINGLE);
        assertThat(USERS.loading(LoadMode.FORBID).modeOr(LoadMode.SINGLE)).isEqualTo(LoadMode.FORBID);
        assertThat(USERS.loading(LoadMode.FORBID).loading(LoadMode.BATCH).modeOr(LoadMode.SINGLE))
                .isEqualTo(LoadMode.BATCH);
    }

    @Test
    void queriesAreEqualWhenTheirPartsAre() {
        assertThat(USERS.where(User_.ID.in(List.of(1L))).orderBy(User_.ID.asc()))
                .isEqualTo(USERS.where(User_.ID.in(List.of(1L))).orderBy(User_.ID.asc()))
                .isNotEqualTo(USERS.where(User_.ID.in(List.of(1L))));
    }

    @Test
    void stepsNameTheArgumentThatIsNull() {
        SortOrder<User> noOrder = absent();
        EntityColumn<User, ?> noColumn = absent();

        assertThatNullPointerException().isThrownBy(() -> USERS.where(absent())).withMessageContaining("condition");
        assertThatNullPointerException()
                .isThrownBy(() -> USERS.orWhere(absent()))
                .withMessageContaining("condition");
        assertThatNullPointerException()
                .isThrownBy(() -> USERS.orderBy(Collections.singletonList(noOrder)))
                .withMessage("an element of orders must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> USERS.select(Collections.singletonList(noColumn)))
                .withMessage("an element of columns must not be null");
        assertThatNullPointerException()
                .isThrownBy(() -> USERS.loading(absent()))
                .withMessageContaining("mode");
        assertThatNullPointerException()
                .isThrownBy(() -> USERS.within(absent()))
                .withMessageContaining("restriction");
        assertThatNullPointerException()
                .isThrownBy(() -> USERS.preload(User_.PROFILE, Absent.<UnaryOperator<PreloadQuery<Profile>>>absent()))
                .withMessageContaining("related");
        assertThatNullPointerException()
                .isThrownBy(() -> USERS.preload(User_.PROFILE, profiles -> absent()))
                .withMessageContaining("related query");
    }

    @Test
    void locksStandAtTheEndOfTheStatement() {
        Rendered.of(IDS.where(A).limit(1).forUpdate()).is(FROM + " WHERE \"id\" = $1 LIMIT $2 FOR UPDATE", 1L, 1L);
        Rendered.of(IDS.forShare()).is(FROM + " FOR SHARE");
        Rendered.of(IDS.forUpdate().skipLocked()).is(FROM + " FOR UPDATE SKIP LOCKED");
        Rendered.of(IDS.forUpdate().noWait().forShare()).is(FROM + " FOR SHARE NOWAIT");
        Rendered.of(IDS.has(User_.PROFILE).forUpdate())
                .is("SELECT \"t0\".\"id\" FROM \"users\" AS \"t0\" WHERE EXISTS (SELECT 1 FROM \"profiles\" AS \"t1\""
                        + " WHERE \"t1\".\"user_id\" = \"t0\".\"id\") FOR UPDATE");
    }

    @Test
    void countsAndTestsForExistenceDoNotLock() {
        Rendered.of(new Count(IDS.forUpdate().toSelect())).is("SELECT count(*) FROM \"users\"");
        Rendered.of(new Exists(IDS.forUpdate().toSelect())).is("SELECT EXISTS (SELECT 1 FROM \"users\")");
    }

    @Test
    void withoutALockThereIsNoneToWaitFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(IDS::skipLocked)
                .withMessage(
                        "The query locks no rows, so it cannot wait for a lock. Call forUpdate() or forShare() first.");
        assertThatIllegalArgumentException().isThrownBy(IDS::noWait);
    }
}
