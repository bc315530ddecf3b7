package vaiwg.jobs.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardAddressIT {
    @Test
    void what_is_kept_is_the_newest_address_or_none_and_readers_see_it() throws SQLException {
        Database database = TestServer.newDatabase();
        for (String url :
                new String[] {"https://board.example", "http://127.0.0.1:8090/", "https://board.example:8443//"}) {
            BoardAddress.keep(Optional.of(BoardAddress.parse(url)), database);
            assertThat(read(database)).contains(url.replaceFirst("/+$", ""));
        }
        BoardAddress.keep(Optional.empty(), database);
        assertThat(read(database)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "board.example",
                "javascript:alert(1)",
                "ftp://board.example",
                "https://",
                "https://user:word@board.example",
                "https://board.example/?a=b",
                "https://board.example/#a",
                "https://board example"
            })
    void what_is_no_address_of_pages_is_rejected_in_a_sentence(String url) {
        assertThatThrownBy(() -> BoardAddress.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + url + "' is no address of the board's pages: write it as https://board.example.");
    }

    private static Optional<String> read(Database database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE vaiwg_reader");
            try (ResultSet row = statement.executeQuery("SELECT address FROM board_address")) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
