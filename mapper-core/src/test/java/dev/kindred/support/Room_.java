package dev.kindred.support;

import dev.kindred.model.ColumnDefinition;
import dev.kindred.model.ColumnTrait;
import dev.kindred.model.EntityModel;
import dev.kindred.model.HasOneRelation;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.RelationDefinition;
import dev.kindred.model.RelationDefinition.RelationKeys;
import dev.kindred.model.RowValues;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import dev.kindred.type.TableName;
import java.util.List;

/** The model of {@link Room}. */
public final class Room_ {
    public static final TextColumn<Room> HOUSE =
            TextColumn.of(ColumnDefinition.of(Room.class, "house", "house", SqlTypes.STRING, Room::house)
                    .with(ColumnTrait.ID));
    public static final NumberColumn<Room, Integer> NUMBER =
            NumberColumn.of(ColumnDefinition.of(Room.class, "number", "number", SqlTypes.INTEGER, Room::number)
                    .with(ColumnTrait.ID, ColumnTrait.NULLABLE));
    public static final TextColumn<Room> CODE =
            TextColumn.of(ColumnDefinition.of(Room.class, "code", "code", SqlTypes.STRING, Room::code));
    public static final HasOneRelation<Room, Booking> BOOKING = HasOneRelation.of(new RelationDefinition<>(
            Room.class,
            "booking",
            () -> Booking_.MODEL,
            new RelationKeys<>(List.of(HOUSE, NUMBER), () -> List.of(Booking_.HOUSE, Booking_.ROOM_NUMBER)),
            Room::booking));
    public static final EntityModel<Room> MODEL = EntityModel.of(
            Room.class,
            new TableName("hotel", "rooms"),
            List.of(HOUSE, NUMBER, CODE),
            List.of(BOOKING),
            Room_::instantiate);

    private Room_() {}

    private static Room instantiate(RowValues<Room> row) {
        return new Room(row.get(0, HOUSE), row.getOrNull(1, NUMBER), row.get(2, CODE), row.handle(0, BOOKING));
    }
}
