package app;

import dev.kindred.model.BelongsTo;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityModel;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.model.TableDefinition;
import dev.kindred.sql.ReferentialAction;
import dev.kindred.sql.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Long;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The columns and relations of {@link Invoice}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class Invoice_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Invoice, Long> ID = NumberColumn.of(ColumnDefinition.of(
            Invoice.class, "id", "id", SqlTypes.LONG, Invoice::id)
            .with(ColumnTrait.ID));

    /**
     * The column of {@code accountId}.
     */
    public static final NumberColumn<Invoice, Long> ACCOUNT_ID = NumberColumn.of(ColumnDefinition.of(
            Invoice.class, "accountId", "account_id", SqlTypes.LONG, Invoice::accountId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The column of {@code payerId}.
     */
    public static final NumberColumn<Invoice, Long> PAYER_ID = NumberColumn.of(ColumnDefinition.of(
            Invoice.class, "payerId", "payer_id", SqlTypes.LONG, Invoice::payerId)
            .with(ColumnTrait.NULLABLE));

    /**
     * The relation of {@code account}.
     */
    public static final BelongsTo<Invoice, Account> ACCOUNT = BelongsTo.of(new RelationDefinition<>(
            Invoice.class,
            "account",
            () -> Account_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(ACCOUNT_ID), () -> List.of(Account_.ID)),
            Invoice::account));

    /**
     * The relation of {@code payer}.
     */
    public static final BelongsTo<Invoice, Account> PAYER = BelongsTo.of(new RelationDefinition<Invoice, Account>(
            Invoice.class,
            "payer",
            () -> Account_.MODEL,
            new RelationDefinition.RelationKeys<>(List.of(PAYER_ID), () -> List.of(Account_.ID)),
            Invoice::payer)
            .onDelete(ReferentialAction.SET_NULL));

    /**
     * What the mapper knows of {@link Invoice}.
     */
    public static final EntityModel<Invoice> MODEL = EntityModel.of(
            Invoice.class,
            new TableDefinition(new TableName("billing", "invoice"), "What is owed"),
            List.of(ID, ACCOUNT_ID, PAYER_ID),
            List.of(ACCOUNT, PAYER),
            Invoice_::instantiate);

    private Invoice_() {
    }

    private static Invoice instantiate(RowValues<Invoice> row) {
        return new Invoice(
                row.required(0, ID),
                row.nullable(1, ACCOUNT_ID),
                row.nullable(2, PAYER_ID),
                row.handle(0, ACCOUNT),
                row.handle(1, PAYER));
    }
}
