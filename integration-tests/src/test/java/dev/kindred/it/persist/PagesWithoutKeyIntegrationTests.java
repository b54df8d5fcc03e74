package dev.kindred.it.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.error.MappingException;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.PageRequest;
import dev.kindred.reactor.EntitySelect;
import dev.kindred.reactor.ReactiveMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An entity without a primary key has no column that makes its order unique. */
class PagesWithoutKeyIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create("create table loose (name text not null)").resetBefore("truncate loose");

    private final StatementRecorder recorder = new StatementRecorder();

    private EntitySelect<Loose> select() {
        return ReactiveMapper.builder(database.pool())
                .listener(recorder)
                .build()
                .from(Loose.class);
    }

    @Test
    void pagesAndSlicesHaveTheOrderOfTheQueryAlone() {
        database.postgres().execute("insert into loose values ('b'), ('a'), ('c')");

        assertThat(select().orderBy(Loose_.NAME.asc())
                        .page(PageRequest.of(0, 2))
                        .block()
                        .rows())
                .containsExactly(new Loose("a"), new Loose("b"));
        assertThat(select().slice(PageRequest.of(0, 2)).block().rows()).hasSize(2);
        assertThat(recorder.texts())
                .containsExactly(
                        "SELECT \"name\" FROM \"loose\" ORDER BY \"name\" ASC LIMIT $1 OFFSET $2",
                        "SELECT count(*) FROM \"loose\"",
                        "SELECT \"name\" FROM \"loose\" LIMIT $1 OFFSET $2");
    }

    @Test
    void aScrollIsAnErrorBeforeAnyStatement() {
        assertThatThrownBy(() -> select().scroll(2).block())
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("@Id");
        assertThat(recorder.count()).isZero();
    }
}
