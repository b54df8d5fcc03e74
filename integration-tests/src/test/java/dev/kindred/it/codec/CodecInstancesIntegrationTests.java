package dev.kindred.it.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.error.MappingException;
import dev.kindred.it.codec.Ledger.Account;
import dev.kindred.it.codec.Vault.Card;
import dev.kindred.it.codec.Vault.Holder;
import dev.kindred.it.codec.Vault.Safe;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.model.AssignableColumns;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import dev.kindred.reactor.ReactiveMapperBuilder;
import dev.kindred.type.Codec;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Codecs whose instances belong to a mapper. */
class CodecInstancesIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Vault.TABLES, Ledger.TABLES).resetBefore(Vault.EMPTY, Ledger.ROWS);

    private static final String MISSING = "needs an instance of the codec dev.kindred.it.codec.Secret$Keyed";

    private final StatementRecorder recorder = new StatementRecorder();

    private ReactiveMapper mapper(RowFormat format, Codec<?, ?>... codecs) {
        ReactiveMapperBuilder builder =
                ReactiveMapper.builder(format.newPool(database, 1)).listener(recorder);
        for (Codec<?, ?> codec : codecs) {
            builder.codec(codec);
        }
        return builder.build();
    }

    @ParameterizedTest
    @EnumSource
    void eachMapperHasItsOwnInstance(RowFormat format) {
        ReactiveMapper mapper = mapper(format, new Secret.Keyed(1));

        Safe stored = mapper.insert(Safe.of(1, "abc")).block();

        assertThat(stored.secret()).isEqualTo(new Secret("abc"));
        assertThat(database.postgres().queryLong("select count(*) from safes where secret = 'bcd'::bytea"))
                .isEqualTo(1);
        assertThat(mapper.get(Safe.class, 1L).block().secret()).isEqualTo(new Secret("abc"));
        assertThat(mapper(format, new Secret.Keyed(2))
                        .get(Safe.class, 1L)
                        .block()
                        .secret())
                .isEqualTo(new Secret("`ab"));
        assertThat(recorder.count()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void everyPathUsesTheInstance(RowFormat format) {
        ReactiveMapper mapper = mapper(format, new Secret.Keyed(1));
        mapper.insertAll(List.of(Safe.of(1, "abc"), Safe.of(2, "b")))
                .collectList()
                .block();
        Secret secret = new Secret("abc");
        recorder.clear();

        assertThat(mapper.from(Safe.class)
                        .where(Vault_Safe_.SECRET.eq(secret))
                        .count()
                        .block())
                .isEqualTo(1);
        assertThat(mapper.from(Safe.class)
                        .orderBy(Vault_Safe_.ID.asc())
                        .project(Vault_Safe_.SECRET)
                        .all()
                        .collectList()
                        .block())
                .containsExactly(secret, new Secret("b"));
        assertThat(mapper.sql("select secret from safes where secret = :secret")
                        .bind("secret", Vault_Safe_.SECRET.type(), secret)
                        .map(row -> row.get("secret", Vault_Safe_.SECRET.type()))
                        .one()
                        .block())
                .isEqualTo(secret);
        assertThat(mapper.from(Safe.class)
                        .groupBy(Vault_Safe_.SECRET)
                        .all()
                        .map(row -> row.get(Vault_Safe_.SECRET))
                        .collectList()
                        .block())
                .containsExactlyInAnyOrder(secret, new Secret("b"));
        assertThat(mapper.update(Safe.class)
                        .set(Vault_Safe_.HINT.set(secret))
                        .where(Vault_Safe_.SECRET.in(secret))
                        .returning()
                        .map(Safe::hint)
                        .collectList()
                        .block())
                .containsExactly(secret);
        assertThat(mapper.copyIn(List.of(Safe.of(3, "copied"))).block()).isEqualTo(1);
        assertThat(mapper.upsert(Safe.of(3, "stored")).map(Safe::secret).block())
                .isEqualTo(new Secret("stored"));
        assertThat(mapper.from(Safe.class).stream(1)
                        .map(Safe::secret)
                        .collectList()
                        .block())
                .contains(secret, new Secret("stored"));
        assertThat(recorder.count()).isEqualTo(11);
    }

    @ParameterizedTest
    @EnumSource
    void aCursorHasTheFormOfTheInstance(RowFormat format) {
        ReactiveMapper mapper = mapper(format, new Secret.Keyed(1));
        mapper.insertAll(List.of(Safe.of(1, "a"), Safe.of(2, "b")))
                .collectList()
                .block();

        Window<Safe> first = mapper.from(Safe.class)
                .orderBy(Vault_Safe_.SECRET.desc())
                .scroll(1)
                .block();
        Window<Safe> second = mapper.from(Safe.class)
                .orderBy(Vault_Safe_.SECRET.desc())
                .scroll(1, first.next())
                .block();

        assertThat(first.rows()).extracting(Safe::id).containsExactly(2L);
        assertThat(second.rows()).extracting(Safe::id).containsExactly(1L);
    }

    /** The forms of the keys are compared to find rows that the server considers equal. */
    @ParameterizedTest
    @EnumSource
    void keysThatOnlyTheServerConsidersEqualUseTheInstance(RowFormat format) {
        ReactiveMapper mapper = mapper(format, new Token.Prefixed("p:"));
        database.postgres().execute("""
                insert into holders values ('p:abc', 'Ann');
                insert into cards values (1, 'p:abc'), (2, 'p:ABC');
                """);

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.from(Card.class)
                        .preload(Vault_Card_.HOLDER)
                        .all()
                        .collectList()
                        .block())
                .withMessageContaining("[Holder.token], differs in Java from the requested key");
        assertThat(recorder.count()).isEqualTo(3);
        assertThat(mapper.updateAll(List.of(Holder.of("ABC", "Bob")))
                        .map(Holder::name)
                        .collectList()
                        .block())
                .containsExactly("Bob");
        assertThat(mapper.upsertAll(List.of(Holder.of("abc", "Cid"), Holder.of("ABC", "Dan")))
                        .map(Holder::name)
                        .collectList()
                        .block())
                .containsExactly("Cid", "Dan");
    }

    @Test
    void aMissingInstanceIsAnErrorBeforeTheStatementOrAtTheRow() {
        ReactiveMapper mapper = mapper(RowFormat.BINARY);
        database.postgres().execute("insert into safes values (1, 'a')");

        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.insert(Safe.of(2, "topsecret")).block())
                .withMessageContaining(MISSING)
                .withMessageContaining("Register one with codec(..)")
                .withMessageNotContaining("topsecret");
        assertThat(recorder.count()).isZero();
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> mapper.get(Safe.class, 1L).block())
                .withMessageContaining(MISSING);
        assertThat(recorder.texts())
                .containsExactly("SELECT \"id\", \"secret\", \"hint\" FROM \"safes\" WHERE \"id\" = $1", "ROLLBACK");
        assertThat(mapper.from(Safe.class).count().block()).isEqualTo(1);
    }

    @Test
    void anInstanceReplacesThatOfTheGeneratedClass() {
        Account account = mapper(RowFormat.BINARY, new Amount.AsNumber() {
                    @Override
                    public Amount decode(BigDecimal value) {
                        return new Amount(-1);
                    }
                })
                .get(Account.class, new AccountNumber(1))
                .block();

        assertThat(account.balance()).isEqualTo(new Amount(-1));
        assertThat(account.credit()).isEqualTo(new Amount(100));
    }

    @Test
    void aClassHasOneInstance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mapper(RowFormat.BINARY, new Secret.Keyed(1), new Secret.Keyed(2)))
                .withMessage("there are two codecs of the class dev.kindred.it.codec.Secret$Keyed. Register one"
                        + " instance of each class");
    }

    @Test
    void inputIsNotCheckedWithoutAnInstance() {
        AssignableColumns<Safe> columns = AssignableColumns.of(Vault_Safe_.SECRET);

        assertThat(columns.from(Map.of("secret", new Secret("a"))))
                .singleElement()
                .extracting("value")
                .isEqualTo(new Secret("a"));
    }
}
