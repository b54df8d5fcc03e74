package dev.kindred.support;

import dev.kindred.internal.model.ColumnDefinition;
import dev.kindred.internal.model.ColumnTrait;
import dev.kindred.internal.sql.TableName;
import dev.kindred.model.BelongsToRelation;
import dev.kindred.model.EntityModel;
import dev.kindred.model.Handmade;
import dev.kindred.model.Handmade.Row;
import dev.kindred.model.NumberColumn;
import dev.kindred.model.TextColumn;
import dev.kindred.type.SqlTypes;
import java.util.List;

/** The model of {@link Booking}. */
public final class Booking_ {
    public static final NumberColumn<Booking, Long> ID =
            Handmade.number(ColumnDefinition.of(Booking.class, "id", "id", SqlTypes.LONG, Booking::id)
                    .with(ColumnTrait.ID)
                    .primitive(0L));
    public static final TextColumn<Booking> HOUSE =
            Handmade.text(ColumnDefinition.of(Booking.class, "house", "house", SqlTypes.STRING, Booking::house)
                    .with(ColumnTrait.NULLABLE));
    public static final NumberColumn<Booking, Long> ROOM_NUMBER = Handmade.number(
            ColumnDefinition.of(Booking.class, "roomNumber", "room_number", SqlTypes.LONG, Booking::roomNumber)
                    .with(ColumnTrait.NULLABLE));
    public static final TextColumn<Booking> ROOM_CODE = Handmade.text(
            ColumnDefinition.of(Booking.class, "roomCode", "room_code", SqlTypes.STRING, Booking::roomCode)
                    .with(ColumnTrait.NULLABLE));
    public static final BelongsToRelation<Booking, Room> ROOM = Handmade.belongsTo(Handmade.relation(
            "room",
            () -> Room_.MODEL,
            List.of(HOUSE, ROOM_NUMBER),
            () -> List.of(Room_.HOUSE, Room_.NUMBER),
            Booking::room));
    public static final BelongsToRelation<Booking, Room> CODED = Handmade.belongsTo(Handmade.relation(
            "coded", () -> Room_.MODEL, List.of(ROOM_CODE), () -> List.of(Room_.CODE), Booking::coded));
    public static final EntityModel<Booking> MODEL = Handmade.model(
            Booking.class,
            new TableName("hotel", "bookings"),
            List.of(ID, HOUSE, ROOM_NUMBER, ROOM_CODE),
            List.of(ROOM, CODED),
            Booking_::instantiate);

    private Booking_() {}

    private static Booking instantiate(Row row) {
        return new Booking(
                row.required(0, ID),
                row.nullable(1, HOUSE),
                row.nullable(2, ROOM_NUMBER),
                row.nullable(3, ROOM_CODE),
                row.handle(0, ROOM),
                row.handle(1, CODED));
    }
}
