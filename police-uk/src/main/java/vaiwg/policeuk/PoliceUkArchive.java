package vaiwg.policeuk;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vaiwg.cli.feed.Feed;
import vaiwg.cli.feed.FeedRecord;
import vaiwg.cli.terminal.CommandFailure;

/**
 * Releases of data.police.uk archives as a feed: zips, folders or CSV files with monthly street and outcomes files. A later release
 * corrects the earlier ones where it has the same months.
 *
 * <p>A street row with a crime id speaks of a crime, an outcomes row of its outcome; the last row in (month, line) order is the
 * current state, and each change of that is a version. The street files' "Last outcome category" is never read: it tells what was
 * known when the release was published, not in the row's month.
 */
public final class PoliceUkArchive implements Feed {
    /** Street and outcome rows of 2016 to 2022 have 215 to 225 bytes, and one in ten has no crime id. */
    private static final int BYTES_PER_RECORD = 240;
    /** More force names would not fit a line. */
    private static final int MOST_FORCES_NAMED = 4;

    private final List<Release> releases;
    private final ImportPlan plan;
    private final Supplier<Ledger> ledger;
    private Imported imported;
    private String totals;

    private PoliceUkArchive(List<Release> releases, ImportPlan plan, Supplier<Ledger> ledger) {
        this.releases = releases;
        this.plan = plan;
        this.ledger = ledger;
    }

    /**
     * Finds the files and looks at their headers, so that a wrong file is rejected before anything is sent.
     *
     * @param paths zips, folders or CSV files, at least one; a path that repeats a file of those before it begins a later release
     * @param dates when the last release was published, or each of them; empty: each at the midnight that ends its newest month
     * @throws CommandFailure if there is nothing to import, or something that cannot be
     */
    public static PoliceUkArchive open(List<Path> paths, List<LocalDate> dates) {
        if (paths.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    "No archive was named; give a zip, a folder or a CSV file of data.police.uk.");
        }
        List<Release> releases = Release.of(paths, dates);
        releases.forEach(release -> release.files().forEach(FileRows::requireColumns));
        return new PoliceUkArchive(releases, ImportPlan.of(releases, Set.of()), Ledger::new);
    }

    /**
     * The same after what earlier imports left in the topics. It can be played once.
     *
     * @param onProgress told from time to time how many records of the topics were read
     */
    public PoliceUkArchive after(TopicLedger topics, LongConsumer onProgress) {
        return after(topics.read(onProgress));
    }

    PoliceUkArchive after(Ledger known) {
        return new PoliceUkArchive(releases, ImportPlan.of(releases, known.covered()), () -> known);
    }

    @Override
    public String describe() {
        Set<String> forces = forces();
        String names = forces.size() <= MOST_FORCES_NAMED ? String.join(", ", forces) : forces.size() + " forces";
        int files = plan.readings().size();
        return "data.police.uk, " + names + ", " + plan.firstMonth() + " to " + plan.lastMonth() + ", "
                + (files == 1 ? "1 file" : files + " files")
                + (releases.size() == 1 ? "" : " in " + releases.size() + " releases");
    }

    /** The slugs of the forces whose files it has, in their order. */
    public Set<String> forces() {
        return plan.readings().stream()
                .map(reading -> reading.file().force())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public long expectedRecords() {
        long bytes = plan.readings().stream()
                .filter(reading -> !reading.corrects())
                .mapToLong(reading -> reading.file().bytes())
                .sum();
        return 1 + bytes / BYTES_PER_RECORD;
    }

    @Override
    public Instant end() {
        return plan.end();
    }

    @Override
    public void play(Consumer<FeedRecord> sink) {
        Ledger played = ledger.get();
        imported = new ArchiveImport(releases, plan, played, sink).run();
        totals = ArchiveTotals.table(forces(), played);
    }

    /**
     * What the last {@link #play} found and sent.
     *
     * @throws IllegalStateException before the first play has ended
     */
    public Imported imported() {
        return requirePlayed(imported);
    }

    /**
     * What its files have in whole years, as a table for {@code vaiwg compare}.
     *
     * @throws IllegalStateException before the first play has ended
     */
    public String totals() {
        return requirePlayed(totals);
    }

    private static <T> T requirePlayed(T found) {
        if (found == null) {
            throw new IllegalStateException("the archive has not been played yet");
        }
        return found;
    }
}
