package dev.kindred.reactor.jackson;

import dev.kindred.error.InputException;
import dev.kindred.error.InputViolation;
import dev.kindred.error.InputViolation.Code;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.AssignableColumns;
import dev.kindred.model.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Assignments from a JSON tree of an untrusted source. Thread-safe. */
public final class JsonAssignments {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonAssignments() {}

    /**
     * Returns the assignments of the members of {@code tree}, as {@link AssignableColumns#from} does.
     *
     * @throws InputException if {@code tree} is not an object, has members that are not among {@code columns}, or has
     *     values that their columns cannot hold; it contains all violations
     */
    public static <E> List<Assignment<E>> from(JsonNode tree, AssignableColumns<E> columns) {
        Checks.notNull(columns, "columns");
        if (!Checks.notNull(tree, "tree").isObject()) {
            throw new InputException(
                    "The assignments must be a JSON object, but this is a " + tree.getNodeType() + ".",
                    List.of(new InputViolation("", Code.NOT_AN_OBJECT, null)));
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        tree.properties()
                .forEach(member -> values.put(member.getKey(), JSON.convertValue(member.getValue(), Object.class)));
        return columns.from(values);
    }
}
