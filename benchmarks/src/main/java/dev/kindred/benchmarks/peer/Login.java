package dev.kindred.benchmarks.peer;

/**
 * Where the database is and who logs in.
 *
 * @param trusted a role that needs no password, for clients that cannot use one beside those of the other peers
 */
public record Login(String host, int port, String database, String user, String password, String trusted) {

    /** Returns the login that {@link #format} wrote. */
    public static Login parse(String text) {
        String[] parts = text.split(",", -1);
        return new Login(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3], parts[4], parts[5]);
    }

    /** Returns it as text, for another JVM. */
    public String format() {
        return String.join(",", host, Integer.toString(port), database, user, password, trusted);
    }

    /** Returns the same database behind another port, as through a proxy. */
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
