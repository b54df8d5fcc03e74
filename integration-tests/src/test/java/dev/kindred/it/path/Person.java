package dev.kindred.it.path;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.HasOne;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.Table;
import dev.kindred.annotation.Through;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The start of every kind of path. */
@Table("people")
public record Person(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        @ManyToMany(through = "memberships") Flux<Team> teams,
        @HasMany Flux<Membership> memberships,

        @ManyToMany(table = "person_tag", orderBy = "word desc")
        Flux<Tag> tags,

        @HasMany(foreignKey = "followerId") Flux<Follow> followed,
        @HasMany(foreignKey = "followeeId") Flux<Follow> followedBy,
        @ManyToMany(through = "followed") Flux<Person> following,
        @ManyToMany(through = "followedBy") Flux<Person> followers,
        @HasMany Flux<Purchase> purchases,
        @HasOne(latestBy = "day") Mono<Purchase> latest,
        @Through({"purchases", "invoice"}) Flux<Invoice> invoices,
        @Through({"latest", "invoice"}) Flux<Invoice> latestInvoices,
        @Through({"teams", "owner"}) Flux<Person> bosses,

        @HasMany(scope = Leading.class) Flux<Membership> leading,
        @ManyToMany(through = "leading") Flux<Team> led,

        @ManyToMany(through = "memberships", scope = Owned.class)
        Flux<Team> owned,

        @Through({"following", "owned"}) Flux<Team> ownedByFollowed) {

    static Person of(String name) {
        return Person_.draft(name).build();
    }
}
