package dev.kindred.examples.tour;

import dev.kindred.examples.entity.Membership_;
import dev.kindred.examples.entity.Team;
import dev.kindred.examples.entity.Team_;
import dev.kindred.examples.entity.User;
import dev.kindred.examples.entity.User_;
import dev.kindred.examples.tour.stage.Chapter;
import dev.kindred.examples.tour.stage.Step;
import dev.kindred.reactor.ReactiveMapper;
import java.util.IdentityHashMap;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads a many-to-many relation: the teams of users. */
record Pairs(ReactiveMapper mapper) implements Chapter {

    @Override
    public String title() {
        return "Many to many";
    }

    @Override
    public String introduction() {
        return "A membership pairs a user with a team and has a role. It is an entity like any other: the pivot of"
                + " user.teams() and of team.members().";
    }

    @Override
    public List<Step<?>> steps() {
        return List.of(lazy(), owned(), inverse(), links());
    }

    private Step<?> lazy() {
        Mono<Integer> instances = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(1000)
                .all()
                .flatMap(User::teams)
                .collect(IdentityHashMap<Team, Team>::new, (seen, team) -> seen.put(team, team))
                .map(IdentityHashMap::size);
        return Step.of("The teams of 1,000 users: the pairs, then each team once", instances)
                .sends(3)
                .gives(20);
    }

    private Step<?> owned() {
        Mono<Long> owned = mapper.from(User.class)
                .orderBy(User_.ID.asc())
                .limit(1000)
                .preload(User_.TEAMS, teams -> teams.where(User_.TEAMS.pivot(Membership_.ROLE.eq("owner"))))
                .all()
                .filterWhen(user -> user.teams().hasElements())
                .count();
        return Step.of("A condition on the pivot", owned).sends(3).gives(20L);
    }

    private Step<?> inverse() {
        Flux<String> emails = mapper.from(Team.class)
                .where(Team_.NAME.eq("Team 2"))
                .preload(
                        Team_.MEMBERS,
                        members -> members.where(User_.PROFILE.exists()).limitEach(3))
                .all()
                .flatMap(Team::members)
                .map(User::email);
        return Step.of("The other side, three members of each team that have a profile", emails)
                .sends(2)
                .gives("three addresses", found -> found.size() == 3);
    }

    private Step<?> links() {
        Flux<String> roles = mapper.related(User.class, 50L, User_.TEAMS)
                .links()
                .map(link -> link.related().name() + ": " + link.pivot().role());
        return Step.of("Each team with its pivot", roles).sends(2).gives(List.of("Team 11: owner"));
    }
}
