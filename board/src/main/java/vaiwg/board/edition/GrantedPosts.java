package vaiwg.board.edition;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import vaiwg.board.access.Grant;
import vaiwg.board.access.Grants;

/** In the names of which posts logins of the database approve reports: those of the site's file of grants. */
public final class GrantedPosts {
    private GrantedPosts() {}

    /**
     * Puts what a file says in the place of what it said before. Logins of the pages that are none of the database do no harm.
     *
     * @param connection of the owner of the tables; all or nothing is written
     */
    public static void keep(Grants grants, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO vaiwg.board_post (login, post) VALUES (?, ?)")) {
            statement.execute("DELETE FROM vaiwg.board_post");
            for (Map.Entry<String, Grant> login : grants.all().entrySet()) {
                for (String post : login.getValue().posts()) {
                    insert.setString(1, login.getKey());
                    insert.setString(2, post);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }
}
