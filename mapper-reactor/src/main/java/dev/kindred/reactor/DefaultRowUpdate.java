package dev.kindred.reactor;

import dev.kindred.error.MappingException;
import dev.kindred.internal.query.SelectQuery;
import dev.kindred.internal.util.Checks;
import dev.kindred.model.Assignment;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.EntityModel;
import dev.kindred.reactor.internal.connection.Origins;
import dev.kindred.reactor.internal.persist.EntityWriter;
import dev.kindred.reactor.internal.persist.WriteContext;
import dev.kindred.reactor.internal.select.PrimaryKeys;
import dev.kindred.reactor.spi.StatementExecution.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** An update of one row. */
record DefaultRowUpdate<E>(
        WriteContext writing, SelectQuery<E> row, @Nullable Object version, List<Assignment<E>> values)
        implements RowUpdate<E> {

    @Override
    public RowUpdate<E> set(Assignment<E> value) {
        return set(List.of(Checks.notNull(value, "value")));
    }

    @Override
    public RowUpdate<E> set(Collection<Assignment<E>> more) {
        List<Assignment<E>> all = new ArrayList<>(values);
        all.addAll(Checks.noNulls(more, "values"));
        return new DefaultRowUpdate<>(writing, row, version, List.copyOf(all));
    }

    @Override
    public RowUpdate<E> expecting(Object expected) {
        PrimaryKeys.fitting(versionColumn(), Checks.notNull(expected, "version"));
        return new DefaultRowUpdate<>(writing, row, expected, values);
    }

    private EntityColumn<E, ?> versionColumn() {
        EntityModel<E> model = row.model();
        return model.version()
                .orElseThrow(() -> new MappingException(
                        model.name() + " has no member marked @Version, so an update cannot expect a version."));
    }

    @Override
    public Mono<E> execute() {
        SelectQuery<E> narrowed = version == null ? row : row.where(PrimaryKeys.equal(versionColumn(), version));
        Class<E> type = row.model().type();
        Mono<E> updated = new EntityWriter<>(writing.rows(), row.model(), writing.clock())
                .update(narrowed, values, version != null)
                .contextWrite(Origins.of(Operation.UPDATE, type));
        return writing.observe(Operation.UPDATE, type, updated);
    }
}
