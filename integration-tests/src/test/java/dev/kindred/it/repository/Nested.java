package dev.kindred.it.repository;

import dev.kindred.annotation.KindredRepository;
import dev.kindred.it.entity.Note;
import dev.kindred.it.entity.Room;
import dev.kindred.reactor.EntityRepository;
import dev.kindred.reactor.EntitySelect;

/** Repositories in another class: of a versioned entity, of a composite key, and of a base with a scope. */
final class Nested {

    private Nested() {}

    @KindredRepository
    interface Notes extends EntityRepository<Note, Long> {}

    /** The parts are found by their names. */
    record RoomKey(Integer number, String building) {}

    @KindredRepository
    interface Rooms extends EntityRepository<Room, RoomKey> {}

    @KindredRepository
    protected interface Memos extends Trimmed<Memo, Integer> {

        @Override
        default Memo trimmed(Memo memo) {
            return new Memo(memo.id(), memo.text().strip(), memo.deletedAt());
        }

        @Override
        default EntitySelect<Memo> query() {
            return mapper().from(Memo_.MODEL).where(Memo_.TEXT.ne("secret"));
        }
    }

    /** Without the annotation no class is generated. */
    interface Forgotten extends EntityRepository<Note, Long> {}
}
