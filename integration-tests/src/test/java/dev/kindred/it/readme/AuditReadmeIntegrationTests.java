package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Runs the guide's code for auditors and callbacks, verbatim. */
class AuditReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Invoice.TABLE);

    @Test
    void anInvoiceHasItsWriters() {
        ConnectionPool pool = database.pool();

        ReactiveMapper mapper = ReactiveMapper.builder(pool)
                .auditor(context -> Mono.justOrEmpty(context.getOrEmpty("user")))
                .entityCallback(new InvoiceNumbers())
                .build();

        Mono<Invoice> written = mapper.insert(new Invoice(null, " 2024-1 ", null, null))
                .contextWrite(context -> context.put("user", "ada"));

        assertThat(written.block()).isEqualTo(new Invoice(1L, "2024-1", "ada", "ada"));
    }
}
