package vaiwg.board.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vaiwg.board.ReportException;
import vaiwg.board.report.Report;

/** A report's files. The same report, build and further files give the same bytes. */
public final class ReportFiles {
    public static final String WORKBOOK = "report.xlsx";
    public static final String JSON = "report.json";
    public static final String FIGURES = "figures.csv";
    public static final String MANIFEST = "manifest.json";

    private ReportFiles() {}

    /**
     * Every file by its name, {@value #MANIFEST} among them.
     *
     * @param further ready files by their names, such as the page and the PDF
     * @throws IllegalArgumentException where a further file has the name of one of ours, or one that is no plain file name
     */
    public static SortedMap<String, byte[]> of(Report report, BuildInfo build, Map<String, byte[]> further) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(WORKBOOK, ReportWorkbook.of(report));
        files.put(JSON, Json.bytes(report));
        files.put(FIGURES, FiguresTable.csv(ReportFigures.distinct(report)));
        for (Map.Entry<String, byte[]> file : further.entrySet()) {
            boolean isPlain = file.getKey().matches("[A-Za-z0-9][A-Za-z0-9._-]*");
            if (!isPlain || file.getKey().equals(MANIFEST) || files.put(file.getKey(), file.getValue()) != null) {
                throw new IllegalArgumentException("a further file of the report cannot be named " + file.getKey());
            }
        }
        files.put(MANIFEST, Manifest.of(report, build, files));
        return Collections.unmodifiableSortedMap(files);
    }

    /**
     * Writes files into a folder, the manifest last: where it is, all it names were written. The files, and a folder that is made, are their owner's
     * alone.
     *
     * @param folder made if it does not exist
     * @param replace whether files of these names with other bytes are replaced
     * @throws ReportException with one sentence if other files are in the way; then nothing is written
     */
    public static void write(SortedMap<String, byte[]> files, Path folder, boolean replace) throws IOException {
        if (!replace) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                requireFree(folder.resolve(file.getKey()), file.getValue());
            }
        }
        PrivateFiles.newFolder(folder);
        Files.deleteIfExists(folder.resolve(MANIFEST));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().equals(MANIFEST)) {
                PrivateFiles.replace(folder.resolve(file.getKey()), file.getValue());
            }
        }
        PrivateFiles.replace(folder.resolve(MANIFEST), files.get(MANIFEST));
    }

    private static void requireFree(Path file, byte[] bytes) throws IOException {
        if (Files.exists(file) && !Arrays.equals(Files.readAllBytes(file), bytes)) {
            throw new ReportException(
                    file + " is there already, and is another: choose another folder, or say --replace.");
        }
    }
}
