package app;

import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.model.TableDefinition;
import dev.kindred.annotation.OnDelete;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.Object;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Invoice}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings("all")
public final class Invoice_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Invoice, Long> ID = NumberColumn.<Invoice, Long>of(ColumnDefinition.<Invoice, Long>of(
            Invoice.class, "id", "id", SqlTypes.LONG, Invoice::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code accountId}.
     */
    public static final NumberColumn<Invoice, Long> ACCOUNT_ID = NumberColumn.<Invoice, Long>of(ColumnDefinition.<Invoice, Long>of(
            Invoice.class, "accountId", "account_id", SqlTypes.LONG, Invoice::accountId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code payerId}.
     */
    public static final NumberColumn<Invoice, Long> PAYER_ID = NumberColumn.<Invoice, Long>of(ColumnDefinition.<Invoice, Long>of(
            Invoice.class, "payerId", "payer_id", SqlTypes.LONG, Invoice::payerId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The relation of {@code account}.
     */
    public static final BelongsToRelation<Invoice, Account> ACCOUNT = BelongsToRelation.<Invoice, Account>of(new RelationDefinition<Invoice, Account>(
            Invoice.class,
            "account",
            () -> Account_.MODEL,
            new RelationDefinition.RelationKeys<Invoice, Account>(List.<EntityColumn<Invoice, ?>>of(ACCOUNT_ID), () -> List.<EntityColumn<Account, ?>>of(Account_.ID)),
            Invoice::account));

    /**
     * The relation of {@code payer}.
     */
    public static final BelongsToRelation<Invoice, Account> PAYER = BelongsToRelation.<Invoice, Account>of(new RelationDefinition<Invoice, Account>(
            Invoice.class,
            "payer",
            () -> Account_.MODEL,
            new RelationDefinition.RelationKeys<Invoice, Account>(List.<EntityColumn<Invoice, ?>>of(PAYER_ID), () -> List.<EntityColumn<Account, ?>>of(Account_.ID)),
            Invoice::payer)
            .onDelete(OnDelete.SET_NULL));

    /**
     * What the mapper knows of {@link Invoice}.
     */
    public static final EntityModel<Invoice> MODEL = EntityModel.<Invoice>of(
            Invoice.class,
            new TableDefinition(new TableName("billing", "invoice"), "What is owed"),
            List.<EntityColumn<Invoice, ?>>of(ID, ACCOUNT_ID, PAYER_ID),
            List.<Relation<Invoice, ?>>of(ACCOUNT, PAYER),
            Invoice_::instantiate);

    private Invoice_() {
    }

    /**
     * Starts a new {@link Invoice} with the members that it must have.
     */
    public static Draft<Invoice> draft(Long id) {
        return Draft.<Invoice>of(Invoice_.MODEL, new Object[] {id});
    }

    /**
     * Starts a copy of {@code entity}.
     */
    public static Draft<Invoice> with(Invoice entity) {
        return Draft.<Invoice>with(MODEL, entity);
    }

    private static Invoice instantiate(RowValues<Invoice> row) {
        return new Invoice(
                row.<Long>required(0, ID),
                row.<Long>nullable(1, ACCOUNT_ID),
                row.<Long>nullable(2, PAYER_ID),
                row.<Mono<Account>>handle(0, ACCOUNT),
                row.<Mono<Account>>handle(1, PAYER));
    }
}
