package dev.kindred.internal.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.MappingException;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.model.Handmade;
import dev.kindred.model.TextColumn;
import dev.kindred.query.ProjectedRow;
import dev.kindred.support.Rendered;
import dev.kindred.support.User;
import dev.kindred.support.User_;
import dev.kindred.type.SqlTypes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectionTests {

    private static final SelectQuery<User> USERS = SelectQuery.of(User_.MODEL);
    private static final Projection<User> NAMES = new Projection<>(USERS, List.of(User_.NICKNAME, User_.ID));

    @Test
    void columnsAreReadInTheGivenOrder() {
        Rendered.of(new Projection<>(USERS.where(User_.ID.gt(1L)), List.of(User_.NICKNAME, User_.ID)).toSelect())
                .is("SELECT \"nickname\", \"id\" FROM \"users\" WHERE \"id\" > $1", 1L);
    }

    @Test
    void distinctStandsBeforeTheColumns() {
        Rendered.of(NAMES.unique().atMost(3).toSelect())
                .is("SELECT DISTINCT \"nickname\", \"id\" FROM \"users\" LIMIT $1", 3L);
        Rendered.of(new Projection<>(USERS.has(User_.PROFILE).limit(2), List.of(User_.ID))
                        .unique()
                        .atMost(3)
                        .toSelect())
                .is(
                        "SELECT DISTINCT \"t0\".\"id\" FROM \"users\" AS \"t0\" WHERE EXISTS (SELECT 1 FROM"
                                + " \"profiles\" AS \"t1\""
                                + " WHERE \"t1\".\"user_id\" = \"t0\".\"id\") LIMIT $1",
                        2L);
    }

    @Test
    void valuesAreFoundByColumn() {
        ProjectedRow<User> row = new DefaultProjectedRow<>(NAMES, Arrays.asList(null, 7L));

        assertThat(row.get(User_.ID)).isEqualTo(7L);
        assertThat(row.getOrNull(User_.NICKNAME)).isNull();
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> row.get(User_.NICKNAME))
                .withMessage("The column User.nickname is null in a row of the projection. Exclude such rows with"
                        + " where(..isNotNull()), or read the column with getOrNull(..).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.get(User_.EMAIL))
                .withMessage("The projection does not read User.email; it reads [User.nickname, User.id].");
    }

    @Test
    void aProjectionReadsColumnsOfItsEntityAndAtLeastOne() {
        TextColumn<User> foreign =
                Handmade.text(ColumnDefinition.of(User.class, "phone", "phone", SqlTypes.STRING, User::nickname));

        assertThatIllegalArgumentException().isThrownBy(() -> new Projection<>(USERS, List.of()));
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> new Projection<>(USERS, List.of(foreign)))
                .withMessageContaining("User has no column User.phone");
    }

    @Test
    void whatIsForEntitiesIsRefused() {
        SelectQuery<User> users = SelectQuery.of(User_.MODEL);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> new Projection<>(users.preload(User_.PROFILE), List.of(User_.EMAIL)).toSelect())
                .withMessageContaining("Leave out preload(..) before project(..)");
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> new Projection<>(users.select(User_.EMAIL), List.of(User_.EMAIL)).toSelect())
                .withMessageContaining("Leave out select(..) before project(..)");
    }
}
