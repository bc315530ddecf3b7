package vaiwg.cli.policeuk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;

/**
 * One release of a data.police.uk archive as a feed: zips, folders or CSV files with monthly street and outcomes files.
 *
 * <p>A street row with a crime id is a version of a crime, an outcomes row a version of its outcome; the last row in (month,
 * line) order is the current one. The street files' "Last outcome category" is never read: it tells what was known when the
 * release was published, not in the row's month.
 */
public final class PoliceUkArchive implements Feed {
    /** Street and outcome rows of 2016 to 2022 have 215 to 225 bytes, and one in ten has no crime id. */
    private static final int BYTES_PER_RECORD = 240;
    /** More force names would not fit a line. */
    private static final int MOST_FORCES_NAMED = 4;

    private final List<ArchiveFile> files;
    private ImportReport report;

    private PoliceUkArchive(List<ArchiveFile> files) {
        this.files = files;
    }

    /**
     * Finds the files and looks at their headers, so that a wrong file is refused before anything is sent.
     *
     * @param paths zips, folders or CSV files, at least one
     * @throws ArchiveException if there is nothing to import, or something that cannot be
     */
    public static PoliceUkArchive open(List<Path> paths) {
        if (paths.isEmpty()) {
            throw new ArchiveException("No archive was named; give a zip, a folder or a CSV file of data.police.uk.");
        }
        List<ArchiveFile> files = ArchiveFiles.find(paths);
        for (ArchiveFile file : files) {
            try (RowReader reader = RowReader.open(file.name(), file.open())) {
                ArchiveRow.Columns.of(file, reader.header());
            } catch (IOException e) {
                throw new ArchiveException(file.name() + " cannot be read; check that the download is whole.", e);
            }
        }
        return new PoliceUkArchive(files);
    }

    @Override
    public String describe() {
        List<String> forces =
                files.stream().map(ArchiveFile::force).distinct().sorted().toList();
        String names = forces.size() <= MOST_FORCES_NAMED
                ? forces.stream().collect(Collectors.joining(", "))
                : forces.size() + " forces";
        String count = files.size() == 1 ? "1 file" : files.size() + " files";
        return "data.police.uk, " + names + ", " + files.get(0).month() + " to " + lastMonth() + ", " + count;
    }

    @Override
    public long expectedRecords() {
        return files.stream().mapToLong(ArchiveFile::bytes).sum() / BYTES_PER_RECORD;
    }

    @Override
    public Instant end() {
        return LondonMonth.end(lastMonth());
    }

    @Override
    public void play(Consumer<FeedRecord> sink) {
        report = new ArchiveImport(sink).run(files);
    }

    /**
     * What the last {@link #play} found.
     *
     * @throws IllegalStateException before the first play has ended
     */
    public ImportReport report() {
        if (report == null) {
            throw new IllegalStateException("the archive has not been played yet");
        }
        return report;
    }

    private YearMonth lastMonth() {
        return files.get(files.size() - 1).month();
    }
}
