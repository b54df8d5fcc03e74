package dev.kindred.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;

/** Finds the keys of a relation to one of several types: a member for each type, or one for the type and one key. */
final class OneOfKeys {

    private static final String KEYS = "keys";
    private static final String NAMES = "names";

    private final KeyTypes keyTypes;
    private final DeclaredEntity shape;
    private final Problems problems;
    private final Member member;
    private final String where;

    OneOfKeys(KeyTypes keyTypes, DeclaredEntity shape, Problems problems, Member member) {
        this.keyTypes = keyTypes;
        this.shape = shape;
        this.problems = problems;
        this.member = member;
        this.where = shape.name() + "." + member.name();
    }

    /** Returns the key of each of {@code types}, by its simple name, or reports a problem. */
    Optional<Map<String, Part.Key>> read(List<DeclaredEntity> types) {
        for (DeclaredEntity type : types) {
            if (type.ids().size() != 1) {
                return refuse(
                        OneOfMessages.oneKey(where, type.name(), type.ids().size()));
            }
        }
        Optional<AnnotationMirror> mirror = member.annotation(Annotations.BELONGS_TO_ONE_OF);
        String type = text(mirror, "type");
        String key = text(mirror, "key");
        boolean hasNames = !texts(mirror, NAMES).isEmpty();
        boolean isTyped = !type.isEmpty() || !key.isEmpty() || hasNames;
        boolean isWhole =
                !type.isEmpty() && !key.isEmpty() && texts(mirror, KEYS).isEmpty();
        if (isTyped && !isWhole) {
            return refuse(OneOfMessages.typeAndKey(where));
        }
        return isTyped ? typed(types, type, key, texts(mirror, NAMES)) : arc(types, texts(mirror, KEYS));
    }

    private Optional<Map<String, Part.Key>> arc(List<DeclaredEntity> types, List<String> pairs) {
        Optional<Map<String, String>> given = pairs(KEYS, pairs, types, true);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Part.Key> keys = new LinkedHashMap<>();
        Map<String, List<String>> users = new LinkedHashMap<>();
        for (DeclaredEntity type : types) {
            Member id = type.ids().get(0);
            String name = given.get()
                    .getOrDefault(type.name(), Naming.camelCase(type.name()) + Naming.capitalized(id.name()));
            Optional<Member> found = shape.column(name);
            users.computeIfAbsent(name, absent -> new ArrayList<>()).add(type.name());
            if (found.isEmpty()) {
                refuse(OneOfMessages.missing(where, shape.name(), name, JavaModel.written(id.type())));
            } else if (!found.get().isNullable()) {
                refuse(OneOfMessages.notNullable(where, shape.name() + "." + name));
            } else if (matches(found.get(), type, id)) {
                keys.put(type.name(), new Part.Key(List.of(constant(shape, found.get())), List.of(constant(type, id))));
            }
        }
        users.forEach((name, all) -> {
            if (all.size() > 1) {
                refuse(OneOfMessages.sharedKey(where, name, all));
                keys.clear();
            }
        });
        return keys.size() == types.size() ? Optional.of(keys) : Optional.empty();
    }

    private Optional<Map<String, Part.Key>> typed(
            List<DeclaredEntity> types, String typeName, String keyName, List<String> pairs) {
        Optional<Member> type = column("type", typeName);
        Optional<Member> key = column("key", keyName);
        Optional<Map<String, String>> names = pairs(NAMES, pairs, types, false);
        if (type.isEmpty() || key.isEmpty() || names.isEmpty()) {
            return Optional.empty();
        }
        boolean isText = JavaModel.qualifiedName(type.get().type()).equals(String.class.getName())
                && type.get().codec().isEmpty();
        if (!isText) {
            return refuse(OneOfMessages.notText(where, shape.name() + "." + typeName));
        }
        List<String> source = List.of(constant(shape, type.get()), constant(shape, key.get()));
        Map<String, Part.Key> keys = new LinkedHashMap<>();
        for (DeclaredEntity each : types) {
            Member id = each.ids().get(0);
            String name = names.get().get(each.name());
            if (name == null) {
                refuse(OneOfMessages.unnamed(where, each.name()));
            } else if (matches(key.get(), each, id)) {
                keys.put(each.name(), new Part.Key(source, List.of(constant(each, id)), name));
            }
        }
        return keys.size() == types.size() ? Optional.of(keys) : Optional.empty();
    }

    private Optional<Member> column(String option, String name) {
        Optional<Member> found = shape.column(name);
        return found.isPresent() ? found : refuse(OneOfMessages.missingOption(where, option, shape.name(), name));
    }

    private boolean matches(Member key, DeclaredEntity type, Member id) {
        if (keyTypes.match(key.type(), id.type())
                && keyTypes.isSingle(key)
                && keyTypes.isSingle(id)
                && keyTypes.storedAlike(key, id)) {
            return true;
        }
        refuse(OneOfMessages.types(where, typed(shape, key), typed(type, id)));
        return false;
    }

    /** Returns the other half of each pair by the simple name of its type. */
    private Optional<Map<String, String>> pairs(
            String option, List<String> pairs, List<DeclaredEntity> types, boolean isTypeFirst) {
        List<String> simple = types.stream().map(DeclaredEntity::name).toList();
        Map<String, String> found = new LinkedHashMap<>();
        for (String pair : pairs) {
            int separator = pair.lastIndexOf('=');
            String first = separator < 0 ? "" : pair.substring(0, separator).strip();
            String second = separator < 0 ? "" : pair.substring(separator + 1).strip();
            String type = isTypeFirst ? first : second;
            String other = isTypeFirst ? second : first;
            if (other.isEmpty() || !simple.contains(type)) {
                return refuse(OneOfMessages.notAPair(where, option, pair, simple));
            }
            if (found.containsValue(other) && !isTypeFirst) {
                return refuse(OneOfMessages.twice(where, option, other));
            }
            if (found.putIfAbsent(type, other) != null) {
                return refuse(OneOfMessages.twice(where, option, type));
            }
        }
        return Optional.of(found);
    }

    private static String constant(DeclaredEntity entity, Member column) {
        return entity.constants().getOrDefault(column.name(), column.name());
    }

    private static String typed(DeclaredEntity entity, Member column) {
        return entity.name() + "." + column.name() + " (" + JavaModel.written(column.type()) + ")";
    }

    private static String text(Optional<AnnotationMirror> mirror, String option) {
        return mirror.map(annotation -> Annotations.text(annotation, option)).orElse("");
    }

    private static List<String> texts(Optional<AnnotationMirror> mirror, String option) {
        return mirror.map(annotation -> Annotations.texts(annotation, option)).orElse(List.of());
    }

    private <T> Optional<T> refuse(String message) {
        problems.add(member, Annotations.BELONGS_TO_ONE_OF, message);
        return Optional.empty();
    }
}
