package dev.kindred.it.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.it.codec.Ledger.Account;
import dev.kindred.it.codec.Ledger.Entry;
import dev.kindred.it.codec.Ledger.Label;
import dev.kindred.it.support.DatabaseExtension;
import dev.kindred.it.support.RowFormat;
import dev.kindred.it.support.StatementRecorder;
import dev.kindred.query.Window;
import dev.kindred.reactor.ReactiveMapper;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

/** Members without a codec of their own, on each path. */
class DefaultCodecsIntegrationTests {

    @RegisterExtension
    static final DatabaseExtension database =
            DatabaseExtension.create(Ledger.TABLES).resetBefore(Ledger.ROWS);

    private static final AccountNumber ONE = new AccountNumber(1);
    private static final AccountNumber TWO = new AccountNumber(2);
    private static final Currency USD = Currency.getInstance("USD");

    private final StatementRecorder recorder = new StatementRecorder();

    private ReactiveMapper mapper(RowFormat format) {
        return format.mapper(database, recorder);
    }

    private static String stored(int number) {
        return String.valueOf(database.postgres()
                .queryOne("select number || ' ' || currency || ' ' || balance || ' ' || coalesce(previous::text, '-')"
                        + " || ' ' || credit as row from accounts where number = 'A-" + number + "'")
                .get("row"));
    }

    @ParameterizedTest
    @EnumSource
    void entitiesAreReadByKeyAndByCondition(RowFormat format) {
        ReactiveMapper mapper = mapper(format);

        Account one = mapper.find(Account.class, ONE).block();
        List<Account> found = mapper.from(Account.class)
                .where(Ledger_Account_.CURRENCY.eq(USD))
                .where(Ledger_Account_.NUMBER.in(ONE, TWO))
                .where(Ledger_Account_.PREVIOUS.isNotNull())
                .all()
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(2);
        assertThat(one.balance()).isEqualTo(new Amount(1250));
        assertThat(one.previous()).isNull();
        assertThat(one.credit()).isEqualTo(new Amount(100));
        assertThat(found).singleElement().satisfies(account -> {
            assertThat(account.number()).isEqualTo(TWO);
            assertThat(account.currency()).isEqualTo(USD);
            assertThat(account.previous()).isEqualTo(new Amount(100));
        });
    }

    @ParameterizedTest
    @EnumSource
    void columnsAreProjectedGroupedAndStreamed(RowFormat format) {
        ReactiveMapper mapper = mapper(format);

        List<Amount> balances = mapper.from(Account.class)
                .orderBy(Ledger_Account_.NUMBER.asc())
                .project(Ledger_Account_.BALANCE)
                .all()
                .collectList()
                .block();
        List<AccountNumber> groups = mapper.from(Entry.class)
                .groupBy(Ledger_Entry_.ACCOUNT_NUMBER)
                .with(Ledger_Entry_.MODEL.count())
                .orderBy(Ledger_Entry_.ACCOUNT_NUMBER.desc())
                .all()
                .map(row -> row.get(Ledger_Entry_.ACCOUNT_NUMBER))
                .collectList()
                .block();
        List<Currency> streamed = mapper.from(Account.class).orderBy(Ledger_Account_.NUMBER.asc()).stream()
                .map(Account::currency)
                .collectList()
                .block();

        assertThat(recorder.count()).isEqualTo(3);
        assertThat(balances).containsExactly(new Amount(1250), new Amount(99));
        assertThat(groups).containsExactly(TWO, ONE);
        assertThat(streamed).containsExactly(Currency.getInstance("EUR"), USD);
    }

    @ParameterizedTest
    @EnumSource
    void aCursorHasTheStoredForm(RowFormat format) {
        ReactiveMapper mapper = mapper(format);

        Window<Account> first = mapper.from(Account.class)
                .orderBy(Ledger_Account_.BALANCE.desc())
                .scroll(1)
                .block();
        Window<Account> second = mapper.from(Account.class)
                .orderBy(Ledger_Account_.BALANCE.desc())
                .scroll(1, first.next())
                .block();

        assertThat(recorder.count()).isEqualTo(2);
        assertThat(first.rows()).extracting(Account::number).containsExactly(ONE);
        assertThat(second.rows()).extracting(Account::number).containsExactly(TWO);
        assertThat(second.next()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void relationsAreFollowedByHandlesPreloadsAndJoins(RowFormat format) {
        ReactiveMapper mapper = mapper(format);
        Amount[] amounts = {new Amount(1000), new Amount(250), new Amount(99)};

        List<Account> read = mapper.from(Account.class)
                .orderBy(Ledger_Account_.NUMBER.asc())
                .all()
                .collectList()
                .block();
        assertThat(entries(read)).containsExactly(amounts);
        assertThat(recorder.count()).isEqualTo(2);
        List<Account> preloaded = mapper.from(Account.class)
                .orderBy(Ledger_Account_.NUMBER.asc())
                .preload(Ledger_Account_.ENTRIES)
                .preload(Ledger_Account_.LABELS)
                .all()
                .collectList()
                .block();
        assertThat(entries(preloaded)).containsExactly(amounts);
        assertThat(preloaded.get(0).labels().map(Label::name).collectList().block())
                .containsExactly("private");
        assertThat(recorder.count()).isEqualTo(6);
        List<AccountNumber> joined = mapper.from(Entry.class)
                .preload(Ledger_Entry_.ACCOUNT, account -> account.joined())
                .orderBy(Ledger_Entry_.ID.asc())
                .all()
                .concatMap(Entry::account)
                .map(Account::number)
                .collectList()
                .block();
        assertThat(joined).containsExactly(ONE, ONE, TWO);
        assertThat(recorder.count()).isEqualTo(7);
    }

    private static List<Amount> entries(List<Account> accounts) {
        return Flux.fromIterable(accounts)
                .concatMap(Account::entries)
                .map(Entry::amount)
                .collectList()
                .block();
    }

    @ParameterizedTest
    @EnumSource
    void rowsAreWritten(RowFormat format) {
        ReactiveMapper mapper = mapper(format);

        Account three = mapper.insert(Account.of(3, "CHF", 305)).block();
        mapper.insertAll(List.of(Account.of(4, "EUR", 1), Account.of(5, "EUR", 2)))
                .collectList()
                .block();
        mapper.updateAll(List.of(Account.of(5, "USD", 4), Account.of(4, "USD", 3)))
                .collectList()
                .block();
        mapper.upsert(Account.of(4, "CHF", 7)).block();
        mapper.update(Account.class)
                .set(Ledger_Account_.PREVIOUS.set(new Amount(8)))
                .where(Ledger_Account_.NUMBER.eq(new AccountNumber(5)))
                .execute()
                .block();
        Entry entry = mapper.related(three, Ledger_Account_.ENTRIES)
                .create(Ledger_Entry_.AMOUNT.set(new Amount(9)))
                .block();

        assertThat(recorder.count()).isEqualTo(8);
        assertThat(stored(3)).isEqualTo("A-3 chf 3.05 - 0");
        assertThat(stored(4)).isEqualTo("A-4 chf 0.07 - 0");
        assertThat(stored(5)).isEqualTo("A-5 usd 0.04 0.08 0");
        assertThat(entry.accountNumber()).isEqualTo(new AccountNumber(3));
        assertThat(database.postgres().queryLong("select count(*) from entries where account_number = 'A-3'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void linksOfAPivotTableAreWritten(RowFormat format) {
        ReactiveMapper mapper = mapper(format);

        Account two = mapper.get(Account.class, TWO).block();
        mapper.related(two, Ledger_Account_.LABELS).attachKeys(List.of(1L)).block();

        assertThat(recorder.count()).isEqualTo(2);
        assertThat(database.postgres().queryLong("select count(*) from account_labels where account_number = 'A-2'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void rawSqlMapsEntitiesAndNamesTheColumnOfAValue(RowFormat format) {
        ReactiveMapper mapper = mapper(format);

        List<Account> accounts = mapper.sql("select * from accounts where number = :number")
                .bind("number", Ledger_Account_.NUMBER.type(), TWO)
                .as(Account.class)
                .all()
                .collectList()
                .block();
        Amount sum = mapper.sql("select sum(amount) as total from entries")
                .map(row -> row.get("total", Ledger_Entry_.AMOUNT.type()))
                .one()
                .block();

        assertThat(recorder.count()).isEqualTo(2);
        assertThat(accounts).singleElement().extracting(Account::balance).isEqualTo(new Amount(99));
        assertThat(sum).isEqualTo(new Amount(1349));
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaHasTheTypesOfTheCodecs(RowFormat format) {
        ReactiveMapper mapper = mapper(format);

        assertThat(mapper.schema(Account.class, Entry.class, Label.class).ddl())
                .contains("\"number\" text NOT NULL")
                .contains("\"balance\" numeric(12, 2) NOT NULL", "\"credit\" bigint NOT NULL")
                .contains("\"account_number\" text NOT NULL");
        assertThat(mapper.schema(Account.class, Label.class).verify().block().findings())
                .extracting(Object::toString)
                .noneMatch(finding -> finding.contains("type"));
    }
}
