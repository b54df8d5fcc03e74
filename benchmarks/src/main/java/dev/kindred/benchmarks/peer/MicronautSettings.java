package dev.kindred.benchmarks.peer;

import dev.kindred.benchmarks.entity.Setting;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.r2dbc.annotation.R2dbcRepository;
import io.micronaut.data.repository.reactive.ReactorCrudRepository;
import java.util.List;
import reactor.core.publisher.Mono;

/** The repository of settings. Micronaut Data generates the implementation. */
@R2dbcRepository(dialect = Dialect.POSTGRES)
public interface MicronautSettings extends ReactorCrudRepository<Setting, Long> {
    /** Upserts settings. A list parameter makes it a batch. */
    @Query("insert into settings (id, name, content, revision, changed_at)"
            + " values (:id, :name, :content, :revision, :changedAt) on conflict (id) do update set"
            + " name = excluded.name, content = excluded.content, revision = excluded.revision,"
            + " changed_at = excluded.changed_at")
    Mono<Long> store(List<Setting> settings);
}
