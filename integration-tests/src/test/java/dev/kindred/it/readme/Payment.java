package dev.kindred.it.readme;

import dev.kindred.annotation.Id;
import dev.kindred.annotation.Table;
import java.util.Currency;

@Table("payments")
public record Payment(@Id Long id, Money amount, Currency currency, CardNumber card) {

    static final String TABLE = """
            create table payments (
                id bigint primary key,
                amount numeric not null,
                currency text not null,
                card text not null);
            """;
}
