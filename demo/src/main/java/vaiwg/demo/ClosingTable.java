package vaiwg.demo;

import java.sql.SQLException;

/** What a demo prints of a force at its end. */
public interface ClosingTable {
    /** One line above the table. */
    String title();

    /** The table and what must be said with it, in lines of at most 120 characters. */
    String text(PublishedFigures figures) throws SQLException;
}
