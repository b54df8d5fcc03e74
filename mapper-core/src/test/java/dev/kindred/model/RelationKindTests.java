package dev.kindred.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.sql.Nodes;
import dev.kindred.internal.sql.RelationParts.Cardinality;
import dev.kindred.internal.sql.RelationParts.KeySide;
import dev.kindred.internal.sql.Subquery.Correlation;
import dev.kindred.internal.sql.TableName;
import dev.kindred.internal.sql.ddl.Constraint;
import dev.kindred.internal.sql.ddl.Index;
import dev.kindred.model.RelationDefinition.RelationKeys;
import dev.kindred.schema.Schema;
import dev.kindred.support.Profile;
import dev.kindred.support.Profile_;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.SqlTypes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationKindTests {

    private static final RelationKeys<User, Profile> KEYS =
            new RelationKeys<>(List.of(User_.ID), () -> List.of(Profile_.USER_ID));

    /** A kind of relation that main code does not name. */
    private static final class Many<E, R> extends Relation<E, R> {

        private Many(RelationDefinition<E, R> definition) {
            super(definition, KeySide.RELATED, Cardinality.MANY);
        }
    }

    private record Owner(long id) {}

    private static final Relation<User, Profile> PROFILES =
            new Many<>(new RelationDefinition<>(User.class, "profiles", () -> Profile_.MODEL, KEYS, user -> null));

    @Test
    void aRelationSaysWhereTheKeyIsHowManyRowsItHasAndWhatItLinks() {
        assertThat(Nodes.of(User_.PROFILE).holdsForeignKey()).isFalse();
        assertThat(Nodes.of(User_.PROFILE).isToOne()).isTrue();
        assertThat(Nodes.of(Profile_.USER).holdsForeignKey()).isTrue();
        assertThat(Nodes.of(PROFILES).isToOne()).isFalse();
        assertThat(Nodes.of(PROFILES).hops()).isEqualTo(Nodes.of(User_.PROFILE).hops());
        assertThat(Nodes.of(User_.PROFILE).hops().get(0).table()).isEqualTo(TableName.of("profiles"));
        assertThat(Nodes.of(User_.PROFILE).hops().get(0).links())
                .containsExactly(new Correlation(
                        Nodes.of(Profile_.USER_ID).reference(),
                        Nodes.of(User_.ID).reference()));
    }

    @Test
    void relationsOfAnotherKindAreNotEqual() {
        RelationDefinition<User, Profile> definition =
                new RelationDefinition<>(User.class, "profile", () -> Profile_.MODEL, KEYS, user -> null);

        assertThat(new Many<>(definition)).isEqualTo(new Many<>(definition)).isNotEqualTo(User_.PROFILE);
    }

    @Test
    void aFilterWorksWithAKindThatItDoesNotName() {
        Rendered.of(SelectQuery.of(User_.MODEL).select(User_.ID).has(PROFILES))
                .is("SELECT \"t0\".\"id\" FROM \"users\" AS \"t0\" WHERE EXISTS (SELECT 1 FROM \"profiles\" AS \"t1\""
                        + " WHERE \"t1\".\"user_id\" = \"t0\".\"id\")");
    }

    @Test
    void aRelationToManyRowsNeedsAForeignKeyThatIsNotUnique() {
        EntityColumn<Owner, Long> id =
                Handmade.number(ColumnDefinition.of(Owner.class, "id", "id", SqlTypes.LONG, (Owner owner) -> owner.id)
                        .with(ColumnTrait.ID));
        Relation<Owner, Profile> profiles = new Many<>(new RelationDefinition<>(
                Owner.class,
                "profiles",
                () -> Profile_.MODEL,
                new RelationKeys<>(List.of(id), () -> List.of(Profile_.USER_ID)),
                owner -> null));
        EntityModel<Owner> owners = Handmade.model(
                Owner.class, TableName.of("owners"), List.of(id), List.of(profiles), row -> new Owner(1L));

        var tables = Nodes.of(Schema.of(List.of(owners, Profile_.MODEL))).tables();

        assertThat(tables.get(1).constraints(Constraint.ForeignKey.class))
                .extracting(Constraint.ForeignKey::target)
                .contains(TableName.of("owners"));
        assertThat(tables.get(1).constraints(Constraint.UniqueKey.class)).isEmpty();
    }

    @Test
    void theRowsOfARelationToManyRowsHaveATotalOrder() {
        RelationDefinition<User, Profile> definition =
                new RelationDefinition<>(User.class, "profiles", () -> Profile_.MODEL, KEYS, user -> null);

        assertThat(Nodes.of(HasManyRelation.of(definition)).rows().orderBy())
                .containsExactly(Nodes.of(Profile_.ID.asc()));
        assertThat(Nodes.of(HasManyRelation.of(definition.orderBy(() -> List.of(Profile_.NAME.desc()))))
                        .rows()
                        .orderBy())
                .containsExactly(Nodes.of(Profile_.NAME.desc()), Nodes.of(Profile_.ID.desc()));
    }

    @Test
    void aRelationWithAnOrderNeedsAnIndexOfForeignKeyAndOrder() {
        assertThat(indexes(List.of(Profile_.NAME.desc(), Profile_.TELEPHONE.desc())))
                .extracting(Index::all)
                .containsExactly(List.of("user_id", "name", "telephone"));
        assertThat(indexes(List.of(Profile_.NAME.desc(), Profile_.TELEPHONE.asc())))
                .extracting(Index::all)
                .containsExactly(List.of("user_id", "name"));
        assertThat(indexes(List.of(Profile_.TELEPHONE.desc().nullsLast())))
                .extracting(Index::all)
                .containsExactly(List.of("user_id"));
        assertThat(indexes(List.of(Profile_.ID.desc()))).extracting(Index::all).containsExactly(List.of("user_id"));
    }

    private static List<Index> indexes(List<SortOrder<Profile>> order) {
        EntityColumn<Owner, Long> id =
                Handmade.number(ColumnDefinition.of(Owner.class, "id", "id", SqlTypes.LONG, (Owner owner) -> owner.id)
                        .with(ColumnTrait.ID));
        Relation<Owner, Profile> profiles = HasManyRelation.of(new RelationDefinition<Owner, Profile>(
                        Owner.class,
                        "profiles",
                        () -> Profile_.MODEL,
                        new RelationKeys<>(List.of(id), () -> List.of(Profile_.USER_ID)),
                        owner -> null)
                .orderBy(() -> order));
        EntityModel<Owner> owners = Handmade.model(
                Owner.class, TableName.of("owners"), List.of(id), List.of(profiles), row -> new Owner(1L));
        return Nodes.of(Schema.of(List.of(owners, Profile_.MODEL)))
                .tables()
                .get(1)
                .indexes();
    }

    /** A sealed type would let users write a switch that a new kind breaks. */
    @Test
    void onlyTheLibraryExtendsARelationAndNoSwitchIsExhaustive() {
        assertThat(Relation.class.isSealed()).isFalse();
        assertThat(Relation.class.getDeclaredConstructors())
                .extracting(Constructor::getModifiers)
                .noneMatch(modifiers -> Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
    }
}
