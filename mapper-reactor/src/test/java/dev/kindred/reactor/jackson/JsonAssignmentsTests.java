package dev.kindred.reactor.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindred.error.InputException;
import dev.kindred.error.InputViolation;
import dev.kindred.error.InputViolation.Code;
import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.model.AssignableColumns;
import dev.kindred.model.Assignment;
import dev.kindred.model.HandmadeColumns;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonAssignmentsTests {

    private record Person(String name, Long age) {}

    private static final TextColumn<Person> NAME =
            HandmadeColumns.text(ColumnDefinition.of(Person.class, "name", "name", SqlTypes.STRING, Person::name));
    private static final NumberColumn<Person, Long> AGE =
            HandmadeColumns.number(ColumnDefinition.of(Person.class, "age", "age", SqlTypes.LONG, Person::age)
                    .with(ColumnTrait.NULLABLE));
    private static final AssignableColumns<Person> COLUMNS = AssignableColumns.of(NAME, AGE);

    private static List<Assignment<Person>> from(String json) {
        return JsonAssignments.from(new JsonMapper().readTree(json), COLUMNS);
    }

    @Test
    void theMembersOfAnObjectBecomeAssignments() {
        assertThat(from("{\"name\": \"Jane\", \"age\": 7}")).containsExactly(NAME.set("Jane"), AGE.set(7L));
        assertThat(from("{\"age\": null}")).containsExactly(AGE.set(null));
        assertThat(from("{}")).isEmpty();
    }

    @Test
    void whatIsNotAllowedOrDoesNotFitIsRefused() {
        for (String json : new String[] {
            "[]",
            "7",
            "null",
            "{\"id\": 1}",
            "{\"name\": {\"sql\": \"x\"}}",
            "{\"age\": \"7\"}",
            "{\"name\": null}",
            "{\"profile\": {\"name\": \"x\"}}"
        }) {
            assertThatThrownBy(() -> from(json)).isInstanceOf(InputException.class);
        }
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        InputException error = catchThrowableOfType(
                InputException.class,
                () -> from("{\"id\": 1, \"name\": null, \"age\": 99999999999999999999, \"a\\nb\": 1}"));

        assertThat(error.violations())
                .containsExactly(
                        new InputViolation("id", Code.NOT_ASSIGNABLE, null),
                        new InputViolation("name", Code.NULL, null),
                        new InputViolation("age", Code.TOO_LARGE, java.math.BigDecimal.valueOf(Long.MAX_VALUE)),
                        new InputViolation("a\\u000ab", Code.NOT_ASSIGNABLE, null));
        assertThat(error.getMessage())
                .contains("Person", "\"name\" must not be null")
                .doesNotContain("9999", "\n");
    }
}
