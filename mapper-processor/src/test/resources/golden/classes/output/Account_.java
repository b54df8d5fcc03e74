package app;

import dev.kindred.model.EntityColumn;
import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.Draft;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.Relation;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.type.TableName;
import dev.kindred.type.SqlTypes;
import java.lang.Boolean;
import java.lang.Integer;
import java.lang.Long;
import java.lang.Object;
import java.lang.String;
import java.lang.SuppressWarnings;
import java.util.List;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

/**
 * The columns and relations of {@link Account}.
 */
@Generated("dev.kindred.processor.EntityProcessor")
@SuppressWarnings({"all", "deprecation"})
final class Account_ {
    /**
     * The column of {@code id}.
     */
    public static final NumberColumn<Account, Long> ID = NumberColumn.<Account, Long>of(ColumnDefinition.<Account, Long>of(
            Account.class, "id", "id", SqlTypes.LONG, Account::id)
            .with(ColumnTrait.ID)
            .primitive(0L));

    /**
     * The column of {@code owner}.
     */
    public static final TextColumn<Account> OWNER = TextColumn.<Account>of(ColumnDefinition.<Account, String>of(
            Account.class, "owner", "owner_name", SqlTypes.STRING, Account::getOwner));

    /**
     * The column of {@code active}.
     */
    public static final EntityColumn<Account, Boolean> ACTIVE = ColumnDefinition.<Account, Boolean>of(
            Account.class, "active", "active", SqlTypes.BOOLEAN, Account::isActive)
            .primitive(false)
            .column();

    /**
     * The column of {@code rank}.
     */
    public static final NumberColumn<Account, Integer> RANK = NumberColumn.<Account, Integer>of(ColumnDefinition.<Account, Integer>of(
            Account.class, "rank", "rank", SqlTypes.INTEGER, entity -> entity.rank)
            .primitive(0));

    /**
     * The column of {@code note}.
     */
    public static final TextColumn<Account> NOTE = TextColumn.<Account>of(ColumnDefinition.<Account, String>of(
            Account.class, "note", "note", SqlTypes.STRING, entity -> entity.note())
            .with(ColumnTrait.NULLABLE));

    /**
     * The relation of {@code person}.
     */
    public static final HasOneRelation<Account, Owner> PERSON = HasOneRelation.<Account, Owner>of(new RelationDefinition<Account, Owner>(
            Account.class,
            "person",
            () -> Owner_.MODEL,
            new RelationDefinition.RelationKeys<Account, Owner>(List.<EntityColumn<Account, ?>>of(ID), () -> List.<EntityColumn<Owner, ?>>of(Owner_.ACCOUNT_ID)),
            Account::getPerson));

    /**
     * The parameters of the constructor, whose names a class file may lack.
     */
    static final String members = "id,owner,active,rank,note,person";

    /**
     * What the mapper knows of {@link Account}.
     */
    public static final EntityModel<Account> MODEL = EntityModel.<Account>of(
            Account.class,
            TableName.of("account"),
            List.<EntityColumn<Account, ?>>of(ID, OWNER, ACTIVE, RANK, NOTE),
            List.<Relation<Account, ?>>of(PERSON),
            Account_::instantiate);

    private Account_() {
    }

    /**
     * Starts a new {@link Account} with the members that it must have.
     */
    public static Draft<Account> draft(long id, String owner, boolean active, int rank) {
        return Draft.<Account>of(Account_.MODEL, new Object[] {id, owner, active, rank});
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
                row.<String>required(1, OWNER),
                row.<Boolean>required(2, ACTIVE),
                row.<Integer>required(3, RANK),
                row.<String>nullable(4, NOTE),
                row.<Mono<Owner>>handle(0, PERSON));
    }
}
