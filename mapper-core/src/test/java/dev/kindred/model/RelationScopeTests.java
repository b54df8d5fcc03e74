package dev.kindred.model;

import static dev.kindred.support.Absent.absent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.kindred.internal.key.KeyRows;
import dev.kindred.internal.preload.AggregateStep;
import dev.kindred.internal.preload.PreloadStep;
import dev.kindred.internal.query.Aggregates;
import dev.kindred.internal.query.ScopeValues;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RelationScopeTests {

    /** A scope with an OR. Without parentheses it would weaken the conditions beside it. */
    private static final class Reachable implements RelationScope<Profile> {

        @Override
        public RelatedRows<Profile> apply(RelatedRows<Profile> rows) {
            return rows.where(Profile_.TELEPHONE.isNotNull())
                    .orWhere(Profile_.NAME.eq("n"))
                    .orderBy(Profile_.NAME.desc());
        }
    }

    private static final HasOneRelation<User, Profile> REACHABLE =
            HasOneRelation.of(User_.PROFILE.definition().scoped(Reachable::new));
    private static final SelectQuery<User> IDS = SelectQuery.of(User_.MODEL).select(User_.ID);
    private static final String SCOPE = "(\"telephone\" IS NOT NULL OR \"name\" = $2)";
    private static final String FIRST =
            "FROM (SELECT \"t1\".\"id\", \"t1\".\"user_id\", \"t1\".\"name\", \"t1\".\"telephone\" FROM"
                    + " \"profiles\" AS \"t1\""
                    + " WHERE \"t1\".\"user_id\" = \"t0\".\"id\" AND (\"t1\".\"telephone\" IS NOT NULL OR"
                    + " \"t1\".\"name\" = $1)"
                    + " ORDER BY \"t1\".\"name\" DESC, \"t1\".\"id\" ASC LIMIT 1) AS \"t1\"";
    private static final String PROFILES =
            "SELECT \"id\", \"user_id\", \"name\", \"telephone\" FROM \"profiles\" WHERE ";

    private static HasOneRelation<User, Profile> scoped(RelationScope<Profile> scope) {
        return HasOneRelation.of(User_.PROFILE.definition().scoped(() -> scope));
    }

    @Test
    void theScopeHoldsOnceForTheRowsOfKeysAndDecidesWhichOfSeveralCounts() {
        KeyRows<User> keys = new KeyRows<>(List.of(User_.ID));
        keys.add(User.of(1L));

        Rendered.of(PreloadStep.of(REACHABLE).queryFor(keys))
                .is(
                        PROFILES.replace("SELECT ", "SELECT DISTINCT ON (\"user_id\") ") + "\"user_id\" = $1 AND "
                                + SCOPE + " ORDER BY \"user_id\" ASC, \"name\" DESC, \"id\" ASC",
                        1L,
                        "n");
    }

    @Test
    void theScopeHoldsOnceForTheRowOfOneEntityBesideTheConditionsOfTheUser() {
        Rendered.of(PreloadStep.of(REACHABLE)
                        .queryFor(User.of(1L))
                        .where(Profile_.ID.eq(2L))
                        .orWhere(Profile_.ID.eq(3L)))
                .is(
                        PROFILES + "(\"id\") IN (SELECT \"id\" FROM \"profiles\" WHERE \"user_id\" = $1 AND " + SCOPE
                                + " ORDER BY \"name\" DESC, \"id\" ASC LIMIT $3) AND (\"id\" = $4 OR \"id\" = $5)"
                                + " ORDER BY \"name\" DESC, \"id\" ASC LIMIT $6",
                        1L,
                        "n",
                        1L,
                        2L,
                        3L,
                        1L);
        Rendered.of(PreloadStep.of(REACHABLE).searchFor(User.of(1L)).where(Profile_.ID.eq(2L)))
                .is(
                        PROFILES + "\"user_id\" = $1 AND " + SCOPE
                                + " AND \"id\" = $3 ORDER BY \"name\" DESC, \"id\" ASC LIMIT $4",
                        1L,
                        "n",
                        2L,
                        1L);
    }

    @Test
    void theScopeHoldsOnceInFiltersAndNoOrOfACallbackWidensIt() {
        Rendered.of(IDS.whereHas(
                        REACHABLE, profile -> profile.where(Profile_.ID.eq(2L)).orWhere(Profile_.ID.eq(3L))))
                .is(
                        "SELECT \"t0\".\"id\" FROM \"users\" AS \"t0\" WHERE EXISTS (SELECT 1 " + FIRST
                                + " WHERE (\"t1\".\"id\" = $2 OR \"t1\".\"id\" = $3))",
                        "n",
                        2L,
                        3L);
    }

    @Test
    void aCallbackThatStartsAgainDoesNotEscapeTheScope() {
        assertThat(REACHABLE.exists(profile -> RelatedRows.of(Profile_.MODEL))).isEqualTo(REACHABLE.exists());
    }

    @Test
    void theScopeHoldsOnceInAggregates() {
        KeyRows<User> keys = new KeyRows<>(List.of(User_.ID));
        keys.add(User.of(1L));

        Rendered.of(IDS.toSelect().with(List.of(Nodes.of(REACHABLE.count()))))
                .is("SELECT \"t0\".\"id\", (SELECT count(*) " + FIRST + ") FROM \"users\" AS \"t0\"", "n");
        Rendered.of(AggregateStep.of(Aggregates.of(List.of(REACHABLE.count())))
                        .get(0)
                        .statementFor(keys))
                .is(
                        "SELECT \"user_id\", count(*) FROM \"profiles\" WHERE (\"id\") IN (SELECT DISTINCT ON"
                                + " (\"user_id\") \"id\""
                                + " FROM \"profiles\" WHERE \"user_id\" = $1 AND " + SCOPE
                                + " ORDER BY \"user_id\" ASC, \"name\" DESC, \"id\" ASC) GROUP BY \"user_id\"",
                        1L,
                        "n");
    }

    @Test
    void aScopeMayAskForFurtherRelations() {
        Rendered.of(PreloadStep.of(scoped(rows -> rows.has(Profile_.AVATAR)))
                        .queryFor(User.of(1L))
                        .select(Profile_.ID))
                .is(
                        "SELECT \"t0\".\"id\" FROM \"profiles\" AS \"t0\" WHERE \"t0\".\"user_id\" = $1 AND EXISTS"
                                + " (SELECT 1 FROM \"avatars\" AS \"t1\" WHERE \"t1\".\"profile_id\" = \"t0\".\"id\")"
                                + " ORDER BY \"t0\".\"id\" ASC LIMIT $2",
                        1L,
                        1L);
    }

    @Test
    void defaultsAreWhatTheScopeDemandsOfSingleColumns() {
        HasOneRelation<User, Profile> demanding = scoped(rows -> rows.where(Profile_.NAME.eq("n"))
                .where(Profile_.TELEPHONE.isNull().and(Profile_.ID.eq(3L)))
                .where(Profile_.ID.gt(1L)));

        assertThat(ScopeValues.of(demanding))
                .containsExactly(Profile_.NAME.set("n"), Profile_.TELEPHONE.set(null), Profile_.ID.set(3L));
    }

    @Test
    void nothingIsDemandedWhereThereIsAChoice() {
        assertThat(ScopeValues.of(REACHABLE)).isEmpty();
        assertThat(ScopeValues.of(User_.PROFILE)).isEmpty();
        assertThat(ScopeValues.of(
                        scoped(rows -> rows.where(Profile_.NAME.eq("n").not()))))
                .isEmpty();
        assertThat(ScopeValues.of(scoped(rows -> rows.where(Profile_.ID.in(1L)))))
                .isEmpty();
    }

    @Test
    void aRelationShowsItsRowsAndItsPairs() {
        HasOneRelation<User, Profile> described = HasOneRelation.of(
                REACHABLE.definition().meta("label", "The profile").meta("icon", "face"));

        assertThat(described.meta()).isEqualTo(Map.of("label", "The profile", "icon", "face"));
        assertThat(Nodes.of(described).rows().fixed()).hasSize(1);
        assertThat(Nodes.of(described).rows().where()).isNull();
        assertThat(User_.PROFILE.meta()).isEmpty();
        assertThat(Nodes.of(User_.PROFILE).rows()).isEqualTo(Nodes.of(RelatedRows.of(Profile_.MODEL)));
    }

    @Test
    void aScopeReturnsRows() {
        assertThatNullPointerException()
                .isThrownBy(() -> scoped(rows -> absent()).exists())
                .withMessage("what the scope of User.profile returns must not be null");
    }

    @Test
    void anOrderOfTheUserAndALockAreThoseOfTheRowThatTheScopePicks() {
        KeyRows<User> keys = new KeyRows<>(List.of(User_.ID));
        keys.add(User.of(1L));
        SelectQuery<Profile> latest = PreloadStep.of(scoped(rows -> rows.orderBy(Profile_.NAME.desc())))
                .queryFor(keys)
                .select(Profile_.NAME);

        String picked = "SELECT \"name\" FROM \"profiles\" WHERE (\"id\") IN (SELECT DISTINCT ON (\"user_id\")"
                + " \"id\" FROM \"profiles\""
                + " WHERE \"user_id\" = $1 ORDER BY \"user_id\" ASC, \"name\" DESC, \"id\" ASC)";

        Rendered.of(latest.orderBy(Profile_.TELEPHONE.asc()))
                .is(picked + " ORDER BY \"telephone\" ASC, \"name\" DESC, \"id\" ASC", 1L);
        Rendered.of(latest.forUpdate()).is(picked + " ORDER BY \"name\" DESC, \"id\" ASC FOR UPDATE", 1L);
    }

    @Test
    void theLatestAndTheOldestAreSortedWithNullsLastAndThenByTheKey() {
        HasOneRelation<User, Profile> latest = HasOneRelation.of(
                User_.PROFILE.definition().latestBy(() -> List.of(Profile_.TELEPHONE, Profile_.NAME)));
        HasOneRelation<User, Profile> oldest =
                HasOneRelation.of(REACHABLE.definition().oldestBy(() -> List.of(Profile_.TELEPHONE)));

        assertThat(Nodes.of(latest).isOneOfMany()).isTrue();
        assertThat(Nodes.of(latest).rows().orderBy())
                .isEqualTo(Nodes.all(
                        List.of(Profile_.TELEPHONE.desc().nullsLast(), Profile_.NAME.desc(), Profile_.ID.desc())));
        assertThat(Nodes.of(oldest).rows().fixed()).hasSize(1);
        assertThat(Nodes.of(oldest).rows().orderBy())
                .isEqualTo(Nodes.all(
                        List.of(Profile_.NAME.desc(), Profile_.TELEPHONE.asc().nullsLast(), Profile_.ID.asc())));
        assertThat(Nodes.of(User_.PROFILE).isOneOfMany()).isFalse();
    }

    @Test
    void aScopeKeepsTheOrderOfTheLatest() {
        HasOneRelation<User, Profile> latest = HasOneRelation.of(User_.PROFILE
                .definition()
                .latestBy(() -> List.of(Profile_.TELEPHONE))
                .scoped(() -> rows -> rows.where(Profile_.NAME.eq("n"))));

        assertThat(Nodes.of(latest).rows().orderBy())
                .isEqualTo(Nodes.all(List.of(Profile_.TELEPHONE.desc().nullsLast(), Profile_.ID.desc())));
        assertThat(Nodes.of(latest).rows().fixed()).hasSize(1);
    }

    @Test
    void theScopeOfAUserIsEvaluatedEachTimeAndThatOfNoneOnce() {
        AtomicInteger evaluated = new AtomicInteger();
        HasOneRelation<User, Profile> counted = scoped(rows -> {
            evaluated.incrementAndGet();
            return rows.where(Profile_.ID.gt((long) evaluated.get()));
        });
        HasOneRelation<User, Profile> latest =
                HasOneRelation.of(User_.PROFILE.definition().latestBy(() -> List.of(Profile_.NAME)));

        assertThat(Nodes.of(counted).rows()).isNotEqualTo(Nodes.of(counted).rows());
        assertThat(Nodes.of(latest).rows()).isSameAs(Nodes.of(latest).rows());
        assertThat(Nodes.of(User_.PROFILE).rows())
                .isSameAs(Nodes.of(User_.PROFILE).rows());
    }

    @Test
    void aStepEvaluatesTheScopeOnce() {
        AtomicInteger evaluated = new AtomicInteger();
        PreloadStep<User, Profile> step = PreloadStep.of(scoped(rows -> {
            evaluated.incrementAndGet();
            return rows.where(Profile_.NAME.eq("n")).orderBy(Profile_.NAME.desc());
        }));
        KeyRows<User> keys = new KeyRows<>(List.of(User_.ID));
        keys.add(User.of(1L));

        step.queryFor(keys).toSelect();
        step.queryFor(User.of(1L)).toSelect();

        assertThat(evaluated).hasValue(1);
    }
}
