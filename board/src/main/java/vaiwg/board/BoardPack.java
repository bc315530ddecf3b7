package vaiwg.board;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

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
     * @param outDir made if it does not exist
     * @param replace whether files of these names with other bytes are replaced
     * @throws PackException with one sentence if there is no such snapshot, the tier cannot be given, or other files are in the way
     */
    public static void write(Connection connection, SnapshotRequest request, Path outDir, boolean replace)
            throws SQLException, IOException {
        if (request.tier() == Tier.PUBLIC) {
            throw new PackException("The public tier is not offered yet: ask for the board tier.");
        }
        PublishedSnapshot snapshot = new SnapshotReader(connection, request).read();
        Map<Path, byte[]> files = new LinkedHashMap<>();
        files.put(outDir.resolve(PAGE), PackPage.of(snapshot, request.tier()).getBytes(StandardCharsets.UTF_8));
        files.put(outDir.resolve(VALUES), ValueCsv.of(snapshot).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            if (!replace && isOther(file.getKey(), file.getValue())) {
                throw new PackException(
                        file.getKey() + " is there already, and is another: choose another folder, or say --replace.");
            }
        }
        Files.createDirectories(outDir);
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }

    private static boolean isOther(Path file, byte[] bytes) throws IOException {
        return Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), bytes);
    }
}
