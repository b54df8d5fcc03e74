package app;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnStorage;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.model.TableDefinition;
import dev.kindred.model.TextColumn;
import dev.kindred.annotation.OnDelete;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.math.BigDecimal;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Account}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Account_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Account, Long> ID = NumberColumn.<Account, Long>of(ColumnDefinition.<Account, Long>of(
            Account.class, "id", "id", SqlTypes.LONG, Account::id)
            .with(ColumnTrait.ID, ColumnTrait.GENERATED));

    /**
     * The column of {@code email}.
     */
    public static final TextColumn<Account> EMAIL = TextColumn.<Account>of(ColumnDefinition.<Account, String>of(
            Account.class, "email", "email", SqlTypes.STRING, Account::email)
            .with(ColumnTrait.UNIQUE)
            .stored(ColumnStorage.PLAIN.length(40).check("email like '%@%'").comment("Where bills go")));

    /**
     * The column of {@code balance}.
     */
    public static final NumberColumn<Account, BigDecimal> BALANCE = NumberColumn.<Account, BigDecimal>of(ColumnDefinition.<Account, BigDecimal>of(
            Account.class, "balance", "balance", SqlTypes.BIG_DECIMAL, Account::balance)
            .stored(ColumnStorage.PLAIN.precision(10, 2).defaultValue("0.00")));

    /**
     * The column of {@code level}.
     */
    public static final NumberColumn<Account, Integer> LEVEL = NumberColumn.<Account, Integer>of(ColumnDefinition.<Account, Integer>of(
            Account.class, "level", "level", SqlTypes.INTEGER, Account::level)
            .stored(ColumnStorage.PLAIN.defaultValue("1"))
            .primitive(0));

    /**
     * The relation of {@code invoice}.
     */
    public static final HasOneRelation<Account, Invoice> INVOICE = HasOneRelation.<Account, Invoice>of(new RelationDefinition<Account, Invoice>(
            Account.class,
            "invoice",
            () -> Invoice_.MODEL,
            new RelationDefinition.RelationKeys<Account, Invoice>(List.<EntityColumn<Account, ?>>of(ID), () -> List.<EntityColumn<Invoice, ?>>of(Invoice_.ACCOUNT_ID)),
            Account::invoice)
            .onDelete(OnDelete.CASCADE));

    /**
     * What the mapper knows of {@link Account}.
     */
    public static final EntityModel<Account> MODEL = EntityModel.<Account>of(
            Account.class,
            new TableDefinition(TableName.of("account"), "Who pays, or doesn't"),
            List.<EntityColumn<Account, ?>>of(ID, EMAIL, BALANCE, LEVEL),
            List.<Relation<Account, ?>>of(INVOICE),
            Account_::instantiate);

    private Account_() {
    }

    /**
     * Starts a new {@link Account} with the members that it must have.
     */
    public static Draft<Account> draft(String email, BigDecimal balance, int level) {
        return Draft.<Account>of(Account_.MODEL, new Object[] {email, balance, level});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Account> with(Account entity) {
        return Draft.<Account>with(MODEL, entity);
    }

    private static Account instantiate(RowValues<Account> row) {
        return new Account(
                row.<Long>required(0, ID),
                row.<String>required(1, EMAIL),
                row.<BigDecimal>required(2, BALANCE),
                row.<Integer>required(3, LEVEL),
                row.<Mono<Invoice>>handle(0, INVOICE));
    }
}
