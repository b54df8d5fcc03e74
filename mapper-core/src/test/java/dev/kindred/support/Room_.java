package dev.kindred.support;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.util.List;

/** The model of {@link Room}. */
public final class Room_ {
    public static final TextColumn<Room> HOUSE =
            Handmade.text(ColumnDefinition.of(Room.class, "house", "house", SqlTypes.STRING, Room::house)
                    .with(ColumnTrait.ID));
    public static final NumberColumn<Room, Integer> NUMBER =
            Handmade.number(ColumnDefinition.of(Room.class, "number", "number", SqlTypes.INTEGER, Room::number)
                    .with(ColumnTrait.ID, ColumnTrait.NULLABLE));
    public static final TextColumn<Room> CODE =
            Handmade.text(ColumnDefinition.of(Room.class, "code", "code", SqlTypes.STRING, Room::code));
    public static final HasOneRelation<Room, Booking> BOOKING = Handmade.hasOne(Handmade.relation(
            "booking",
            () -> Booking_.MODEL,
            List.of(HOUSE, NUMBER),
            () -> List.of(Booking_.HOUSE, Booking_.ROOM_NUMBER),
            Room::booking));
    public static final EntityModel<Room> MODEL = Handmade.model(
            Room.class,
            new TableName("hotel", "rooms"),
            List.of(HOUSE, NUMBER, CODE),
            List.of(BOOKING),
            Room_::instantiate);

    private Room_() {}

    private static Room instantiate(Row row) {
        return new Room(row.required(0, HOUSE), row.nullable(1, NUMBER), row.required(2, CODE), row.handle(0, BOOKING));
    }
}
