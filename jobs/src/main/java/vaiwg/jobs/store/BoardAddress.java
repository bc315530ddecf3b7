package vaiwg.jobs.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where people reach the board's pages. It is kept in the database, since dashboards know of an installation only what tables say.
 *
 * @param url without a slash at its end
 */
public record BoardAddress(String url) {
    private static final Pattern WEB = Pattern.compile("https?");

    /** @throws IllegalArgumentException in one sentence, where the text is no address of pages */
    public static BoardAddress parse(String text) {
        try {
            URI address = new URI(text);
            if (address.getScheme() != null
                    && WEB.matcher(address.getScheme()).matches()
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null) {
                return new BoardAddress(text.replaceFirst("/+$", ""));
            }
        } catch (java.net.URISyntaxException e) {
            // Said below, in the same words as for an address of something else.
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no address of the board's pages: write it as https://board.example.");
    }

    /**
     * Keeps the address, or that there is none.
     *
     * @param database its user owns the tables
     * @throws DatabaseException in one sentence, where it cannot be written
     */
    public static void keep(Optional<BoardAddress> dashboard, Database database) {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("DELETE FROM board_address");
            }
            if (dashboard.isPresent()) {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO board_address (address) VALUES (?)")) {
                    insert.setString(1, dashboard.get().url());
                    insert.execute();
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseException(database, e);
        }
    }
}
