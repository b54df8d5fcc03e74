package dev.kindred.it.boot.web;

import dev.kindred.error.NonUniqueResultException;
import dev.kindred.model.AssignableColumns;
import dev.kindred.query.Page;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.jackson.JsonAssignments;
import dev.kindred.spring.error.KindredExceptionTranslator;
import dev.kindred.spring.web.PageParameters;
import dev.kindred.spring.web.ScrollParameters;
import dev.kindred.spring.web.SortColumns;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What the annotated controller and the functional endpoints do. */
@Service
class People {

    static final SortColumns<Person> SORTS = SortColumns.of(Person_.NAME, Person_.EMAIL)
            .with("years", Person_.AGE)
            .byDefault(Person_.ID.asc());

    private static final AssignableColumns<Person> ASSIGNABLE =
            AssignableColumns.of(Person_.NAME, Person_.EMAIL, Person_.AGE);

    private final ReactiveMapper mapper;

    People(ReactiveMapper mapper) {
        this.mapper = mapper;
    }

    Mono<Window<Person>> windows(ScrollParameters parameters) {
        return parameters.scroll(mapper.from(Person.class).preload(Person_.PASSPORT), SORTS);
    }

    Mono<Page<Person>> pages(PageParameters parameters) {
        return parameters.page(mapper.from(Person.class), SORTS);
    }

    Mono<Slice<Person>> slices(PageParameters parameters) {
        return parameters.slice(mapper.from(Person.class), SORTS);
    }

    Mono<Person> get(long id) {
        return mapper.get(Person.class, id);
    }

    Mono<Person> create(Person person) {
        return mapper.insert(person);
    }

    Mono<Person> update(Person person) {
        return mapper.update(person);
    }

    Mono<Person> patch(long id, JsonNode body) {
        return Mono.defer(() -> mapper.update(Person.class, id)
                .set(JsonAssignments.from(body, ASSIGNABLE))
                .execute());
    }

    Mono<Boolean> delete(long id) {
        return mapper.get(Person.class, id).flatMap(mapper::delete);
    }

    Mono<Passport> issue(Passport passport) {
        return mapper.insert(passport);
    }

    /** Fails in the way that {@code kind} names. */
    Mono<Object> fail(String kind) {
        return switch (kind) {
            case "translated" ->
                mapper.get(Person.class, 0L)
                        .<Object>map(person -> person)
                        .onErrorMap(KindredExceptionTranslator::translate);
            case "several" -> Mono.error(new NonUniqueResultException("Several. Statement: select secret"));
            case "lost" -> sql("select pg_terminate_backend(pg_backend_pid())::int as done");
            case "division" -> sql("select 1 / 0 as done");
            case "syntax" -> sql("select nothing from nowhere");
            case "other" -> Mono.error(new IllegalStateException("not of the mapper"));
            default -> sql("select 1 as done");
        };
    }

    private Mono<Object> sql(String text) {
        return mapper.sql(text)
                .<Object>map(row -> row.get("done", Integer.class))
                .one();
    }
}
