package dev.kindred.examples.web;

import dev.kindred.annotation.KindredRepository;
import dev.kindred.examples.entity.Tag;
import dev.kindred.examples.entity.Tag_;
import dev.kindred.model.ConflictTarget;
import dev.kindred.reactor.EntityRepository;
import java.util.List;
import reactor.core.publisher.Mono;

/** The tags. A repository is a bean without configuration. */
@KindredRepository
interface TagRepository extends EntityRepository<Tag, Long> {

    /** Returns the tags with these names, and creates those that do not exist: one statement. */
    default Mono<List<Tag>> named(List<String> names) {
        List<Tag> tags = names.stream().distinct().map(Tag::of).toList();
        return mapper().upsertAll(tags, ConflictTarget.of(Tag_.NAME)).collectList();
    }
}
