package dev.kindred.it.boot.web;

import dev.kindred.query.Page;
import dev.kindred.query.PageRequest;
import dev.kindred.query.Slice;
import dev.kindred.query.Window;
import dev.kindred.spring.web.PageParameters;
import dev.kindred.spring.web.PageSize;
import dev.kindred.spring.web.ScrollParameters;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The annotated endpoints. */
@RestController
@RequestMapping("/annotated")
class PeopleController {

    private final People people;
    private final Export export;

    PeopleController(People people, Export export) {
        this.people = people;
        this.export = export;
    }

    @GetMapping(path = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    Flux<Person> export() {
        return export.people();
    }

    @GetMapping("/windows")
    Mono<Window<Person>> windows(ScrollParameters parameters) {
        return people.windows(parameters);
    }

    @GetMapping("/pages")
    Mono<Page<Person>> pages(PageParameters parameters) {
        return people.pages(parameters);
    }

    @GetMapping("/slices")
    Mono<Slice<Person>> slices(PageParameters parameters) {
        return people.slices(parameters);
    }

    @GetMapping("/names")
    Mono<Page<String>> names(PageRequest request, PageParameters parameters) {
        return people.pages(parameters).map(page -> new Page<>(page.rows(), request, page.total()).map(Person::name));
    }

    @GetMapping("/large")
    Mono<Window<Person>> large(@PageSize(value = 2, max = 3) ScrollParameters parameters) {
        return people.windows(parameters);
    }

    @GetMapping("/people/{id}")
    Mono<Person> get(@PathVariable long id) {
        return people.get(id);
    }

    @PostMapping("/people")
    Mono<Person> create(@RequestBody Person person) {
        return people.create(person);
    }

    @PutMapping("/people")
    Mono<Person> update(@RequestBody Person person) {
        return people.update(person);
    }

    @PatchMapping("/people/{id}")
    Mono<Person> patch(@PathVariable long id, @RequestBody JsonNode body) {
        return people.patch(id, body);
    }

    @DeleteMapping("/people/{id}")
    Mono<Boolean> delete(@PathVariable long id) {
        return people.delete(id);
    }

    @PostMapping("/passports")
    Mono<Passport> issue(@RequestBody Passport passport) {
        return people.issue(passport);
    }

    @GetMapping("/failures/{kind}")
    Mono<Object> fail(@PathVariable String kind) {
        return people.fail(kind);
    }
}
