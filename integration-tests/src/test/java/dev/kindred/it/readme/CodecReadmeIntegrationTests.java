package dev.kindred.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.reactor.ReactiveMapper;
import io.r2dbc.pool.ConnectionPool;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the guide's code for codecs, verbatim. */
class CodecReadmeIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database = DatabaseExtension.create(Payment.TABLE);

    @Test
    void aPaymentNamesNoCodec() {
        ConnectionPool pool = database.pool();
        int key = 77;
        Payment payment =
                new Payment(1L, new Money(250), Currency.getInstance("EUR"), new CardNumber("4012888888881881"));

        ReactiveMapper mapper =
                ReactiveMapper.builder(pool).codec(new CardNumberCodec(key)).build();

        assertThat(mapper.insert(payment).block()).isEqualTo(payment);
        assertThat(database.postgres()
                        .queryLong("select count(*) from payments"
                                + " where amount = 2.5 and currency = 'EUR' and card <> '4012888888881881'"))
                .isEqualTo(1);
    }
}
