package app;

import dev.kindred.annotation.GeneratedValue;
import dev.kindred.annotation.HasMany;
import dev.kindred.annotation.Id;
import dev.kindred.annotation.ManyToMany;
import dev.kindred.annotation.OnDelete;
import dev.kindred.annotation.Table;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

@Table(value = "users", schema = "app")
public record User(
        @Id @GeneratedValue @Nullable Long id,
        @ManyToMany(through = "memberships", orderBy = "name desc", meta = "label=Teams") Flux<Team> teams,
        @HasMany Flux<Membership> memberships,
        @HasMany(foreignKey = "followerId") Flux<Follow> followed,
        @HasMany(foreignKey = "followeeId") Flux<Follow> followedBy,
        @ManyToMany(through = "followed") Flux<User> following,
        @ManyToMany(through = "followedBy", target = "follower") Flux<User> followers,
        @ManyToMany(table = "user_track") Flux<Track> tracks,
        @ManyToMany(
                table = "blocks",
                schema = "log",
                sourceColumns = "blocker",
                targetColumns = "blocked",
                onDelete = OnDelete.RESTRICT)
        Flux<User> blocked) {}
