package dev.kindred.it.random;

import dev.kindred.it.random.Row.Table;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entity with its table in the model, its columns and its relations. */
final class Kind<E> {

    private final EntityModel<E> model;
    private final Table table;
    private final Map<String, NumberColumn<E, Integer>> numbers = new LinkedHashMap<>();
    private final Map<String, TextColumn<E>> texts = new LinkedHashMap<>();
    private final Map<String, EntityColumn<E, ?>> nullable = new LinkedHashMap<>();
    private final List<Rel<E, ?>> relations = new ArrayList<>();
    private final List<E> entities = new ArrayList<>();

    Kind(Class<E> type, Table table) {
        this.model = EntityModel.of(type);
        this.table = table;
    }

    Kind<E> number(String name, NumberColumn<E, Integer> column) {
        numbers.put(name, column);
        return this;
    }

    Kind<E> text(String name, TextColumn<E> column) {
        texts.put(name, column);
        return this;
    }

    Kind<E> nullable(String name, EntityColumn<E, ?> column) {
        nullable.put(name, column);
        return this;
    }

    void add(Rel<E, ?> relation) {
        relations.add(relation);
    }

    EntityModel<E> model() {
        return model;
    }

    Table table() {
        return table;
    }

    Map<String, NumberColumn<E, Integer>> numbers() {
        return numbers;
    }

    Map<String, TextColumn<E>> texts() {
        return texts;
    }

    Map<String, EntityColumn<E, ?>> nullable() {
        return nullable;
    }

    List<Rel<E, ?>> relations() {
        return relations;
    }

    /** Reads the entities of all rows, those that are marked as deleted included. */
    void load(ReactiveMapper mapper) {
        EntitySelect<E> all = mapper.from(model);
        entities.addAll((table.mark() == null ? all : all.withDeleted())
                .all()
                .collectList()
                .block());
    }

    List<E> entities() {
        return entities;
    }

    /** Returns the key of an entity, as {@link Row#key()}. */
    List<Object> key(E entity) {
        return model.id().stream()
                .<Object>map(column -> column.getOrNull(entity))
                .toList();
    }
}
