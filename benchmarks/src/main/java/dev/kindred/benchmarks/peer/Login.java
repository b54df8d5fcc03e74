package dev.kindred.benchmarks.peer;

/**
 * The address of the database and the login.
 *
 * @param trusted a role without a password, for clients whose password authentication conflicts with that of other
 * peers
 */
public record Login(String host, int port, String database, String user, String password, String trusted) {

    /** Parses the output of {@link #format}. */
    public static Login parse(String text) {
        String[] parts = text.split(",", -1);
        return new Login(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3], parts[4], parts[5]);
    }

    /** Returns the login as text, for another JVM. */
    public String format() {
        return String.join(",", host, Integer.toString(port), database, user, password, trusted);
    }

    /** Returns the same database on another port, for example that of a proxy. */
    public Login through(int otherPort) {
        return new Login(host, otherPort, database, user, password, trusted);
    }

    String r2dbcUrl() {
        return "r2dbc:postgresql://" + user + ":" + password + "@" + host + ":" + port + "/" + database;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?sslmode=disable";
    }
}
