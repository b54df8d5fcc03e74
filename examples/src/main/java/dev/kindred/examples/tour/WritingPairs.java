package dev.kindred.examples.tour;

import dev.kindred.examples.entity.Membership_;
import dev.kindred.examples.entity.Team;
import dev.kindred.examples.entity.Team_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.reactor.Link;
import dev.kindred.reactor.LinkChanges;
import dev.kindred.reactor.ReactiveMapper;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the pairs of a many-to-many relation. */
record WritingPairs(ReactiveMapper mapper) implements Chapter {

    @Override
    public String title() {
        return "Writing pairs";
    }

    @Override
    public String introduction() {
        return "Each write locks the user's row, so writes of one user run one after another. The result contains the"
                + " keys of the teams that were attached, detached, updated and unchanged.";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(attached(), again(), crowd(), synced(), detached(), created(), none());
    }

    private Step<?> attached() {
        Mono<LinkChanges> changes = mapper.insert(User.of("paula@example.org"))
                .flatMap(user -> mapper.related(user, User_.TEAMS)
                        .attachLinks(List.of(
                                Link.toKey(1L, Membership_.ROLE.set("owner")),
                                Link.toKey(2L, Membership_.ROLE.set("member")))));
        return Step.of("Attach two teams, with values of the pivot", changes)
                .sends(2)
                .gives("both attached", found -> found.attached().equals(List.of(1L, 2L)));
    }

    private Step<?> again() {
        Mono<Boolean> unchanged = paula().flatMap(user ->
                        mapper.related(user, User_.TEAMS).attachLink(Link.toKey(1L, Membership_.ROLE.set("member"))))
                .map(LinkChanges::isUnchanged);
        return Step.of("An existing pair keeps its values", unchanged).sends(2).gives(true);
    }

    private Step<?> crowd() {
        Mono<Long> winners = paula().flatMapMany(user -> Flux.range(0, 64)
                        .flatMap(
                                caller -> mapper.related(user, User_.TEAMS)
                                        .attachLink(Link.toKey(3L, Membership_.ROLE.set("member"))),
                                64))
                .filter(changes -> !changes.attached().isEmpty())
                .count();
        return Step.of("64 concurrent callers, one pair; one of them has attached it", winners)
                .gives(1L);
    }

    private Step<?> synced() {
        Mono<LinkChanges> changes = paula().flatMap(user -> mapper.related(user, User_.TEAMS)
                .syncLinks(List.of(
                        Link.toKey(2L, Membership_.ROLE.set("member")),
                        Link.toKey(3L, Membership_.ROLE.set("owner")),
                        Link.toKey(4L, Membership_.ROLE.set("member")))));
        return Step.of("Exactly these teams: a reader sees the former ones or the new ones", changes)
                .gives(
                        "one of each",
                        found -> List.of(found.attached(), found.detached(), found.updated(), found.unchanged())
                                .equals(List.of(List.of(4L), List.of(1L), List.of(3L), List.of(2L))));
    }

    private Step<?> detached() {
        Mono<LinkChanges> changes =
                paula().flatMap(user -> mapper.related(user, User_.TEAMS).detachKeys(List.of(4L, 5L)));
        return Step.of("Detach; a team that is not attached is no error", changes)
                .sends(2)
                .gives("one detached", found -> found.detached().equals(List.of(4L)));
    }

    private Step<?> created() {
        Mono<String> team = paula().flatMap(user -> mapper.related(user, User_.TEAMS)
                        .create(List.of(Team_.NAME.set("Paula's")), List.of(Membership_.ROLE.set("owner"))))
                .map(Team::name);
        return Step.of("A new team and its pair, in one statement", team)
                .sends(2)
                .gives("Paula's");
    }

    private Step<?> none() {
        Mono<Boolean> unchanged = paula().flatMap(
                        user -> mapper.related(user, User_.TEAMS).detach(List.of()))
                .map(LinkChanges::isUnchanged);
        return Step.of("An empty list never means all; detachAll() does", unchanged)
                .sends(1)
                .gives(true);
    }

    private Mono<User> paula() {
        return mapper.from(User.class)
                .where(User_.EMAIL.eq("paula@example.org"))
                .one();
    }
}
