package vaiwg.cli.explain;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import vaiwg.jobs.explain.Explanation;
import vaiwg.kpis.catalogue.Catalogue;

/**
 * The cases of a figure beside what was published of it.
 *
 * @param published as it was
 * @param difference why they are not the same, in one sentence; empty where they are
 */
public record ComparedFigure(LocalDate asAt, String published, Optional<String> difference) {
    /** What was found of a figure at a midnight, compared with the newest publication that has it. */
    public static ComparedFigure of(Connection connection, Explanation explained, Catalogue catalogue)
            throws SQLException {
        LocalDate day = LocalDate.ofEpochDay(explained.cutOff());
        Optional<PublishedFigure> published = PublishedFigure.read(connection, explained.figure(), day);
        return new ComparedFigure(
                day,
                published.map(row -> row.inWords(explained.figure())).orElse("nothing"),
                published.isEmpty()
                        ? Optional.of("No snapshot was published as at this midnight.")
                        : published.get().difference(explained, catalogue));
    }

    /** @param same what is said where they are the same */
    public String inWords(String same) {
        return "As at %s, published: %s. %s".formatted(asAt, published, difference.orElse(same));
    }
}
