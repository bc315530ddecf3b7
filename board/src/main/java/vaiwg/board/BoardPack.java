package vaiwg.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The pack for the Strategy Board: one published snapshot as a page for people and a table for programs. */
public final class BoardPack {
    /** The page's file name. */
    public static final String PAGE = "index.html";

    /** The table's file name. */
    public static final String VALUES = "kpi_value.csv";

    private BoardPack() {}

    /**
     * Writes {@value #PAGE} and {@value #VALUES}. The same snapshot, dictionary and tier give the same bytes.
     *
     * @param connection of a user with the role {@code vaiwg_reader}, or {@code vaiwg_conduct} for the internal tier
     * @param outDir made if it does not exist; earlier files of these names are replaced
     * @throws PackException with one sentence if there is no such snapshot, or the tier cannot be given
     */
    public static void write(Connection connection, SnapshotRequest request, Path outDir)
            throws SQLException, IOException {
        if (request.tier() == Tier.PUBLIC) {
            throw new PackException("The public tier is not offered yet: ask for the board tier.");
        }
        PublishedSnapshot snapshot = new SnapshotReader(connection, request).read();
        Files.createDirectories(outDir);
        Files.writeString(outDir.resolve(PAGE), PackPage.of(snapshot, request.tier()), StandardCharsets.UTF_8);
        Files.writeString(outDir.resolve(VALUES), ValueCsv.of(snapshot), StandardCharsets.UTF_8);
    }
}
