package dev.kindred.examples.batch;

import dev.kindred.examples.batch.FileRow.LineRow;
import dev.kindred.examples.batch.FileRow.OrderRow;
import dev.kindred.examples.batch.FileRow.UserRow;
import dev.kindred.examples.entity.Line;
import dev.kindred.examples.entity.Order;
import dev.kindred.examples.entity.Profile;
import dev.kindred.examples.entity.User;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of the file, one after the other. The first rows can belong to the last user or order before them.
 *
 * @param rows the rows
 * @param before the progress before them
 */
record Chunk(List<FileRow> rows, ImportProgress before) {

    List<User> users() {
        return rows.stream()
                .filter(UserRow.class::isInstance)
                .map(row -> User.of(((UserRow) row).email()))
                .toList();
    }

    /** The users are in row order. A row without a name is a user without a profile. */
    Function<User, @Nullable Profile> profiles() {
        Iterator<FileRow> users =
                rows.stream().filter(UserRow.class::isInstance).iterator();
        return user -> {
            UserRow row = (UserRow) users.next();
            return row.name().isEmpty() ? null : Profile.of(user, row.name(), row.telephone(), row.locale());
        };
    }

    /** Returns the orders in row order. Each belongs to the user before it. */
    List<Order> orders(List<User> stored) {
        Iterator<User> users = stored.iterator();
        List<Order> orders = new ArrayList<>();
        Long user = before.userId();
        for (FileRow row : rows) {
            if (row instanceof UserRow) {
                user = users.next().id();
            } else if (row instanceof OrderRow order) {
                orders.add(Order.of(order.number(), order.placedOn(), order.total())
                        .of(existing(user, "order")));
            }
        }
        return orders;
    }

    /** Returns the lines in row order. Each belongs to the order before it. */
    List<Line> lines(List<Order> stored) {
        Iterator<Order> orders = stored.iterator();
        List<Line> lines = new ArrayList<>();
        Long order = before.orderId();
        for (FileRow row : rows) {
            if (row instanceof UserRow) {
                order = null;
            } else if (row instanceof OrderRow) {
                order = orders.next().id();
            } else if (row instanceof LineRow line) {
                lines.add(Line.of(existing(order, "line"), line.article(), line.quantity(), line.price()));
            }
        }
        return lines;
    }

    /** Returns the progress after these rows. */
    ImportProgress after(List<User> users, List<Order> orders) {
        Long user =
                users.isEmpty() ? before.userId() : users.get(users.size() - 1).id();
        return new ImportProgress(before.file(), before.importedRows() + rows.size(), user, lastOrder(orders));
    }

    /** Returns the order to which a next line belongs. A user without orders has none. */
    private @Nullable Long lastOrder(List<Order> stored) {
        for (int row = rows.size() - 1; row >= 0; row--) {
            if (rows.get(row) instanceof OrderRow) {
                return stored.get(stored.size() - 1).id();
            }
            if (rows.get(row) instanceof UserRow) {
                return null;
            }
        }
        return before.orderId();
    }

    private static Long existing(@Nullable Long parent, String what) {
        if (parent == null) {
            throw new IllegalArgumentException("The file has a row '" + what + "' without a parent row before it.");
        }
        return parent;
    }
}
