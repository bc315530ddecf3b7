package vaiwg.policeuk;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * In which order the files of releases are read, and what each of them is. A monthly file that no earlier release had speaks for its
 * month: its rows are known from the midnight that ends it. One that an earlier release had may correct that: its differences are
 * known from the day on which its release was published.
 *
 * @param readings by month, crimes before outcomes, earlier releases before later ones
 * @param corrections the releases that correct earlier ones, in their order
 */
record ImportPlan(List<Reading> readings, List<Release> corrections) {
    /** A file to be read; {@code corrects} if an earlier release had it. */
    record Reading(Release release, ArchiveFile file, boolean corrects) {}

    /** @param covered names of the files that releases of earlier imports had */
    static ImportPlan of(List<Release> releases, Set<String> covered) {
        Set<String> seen = new HashSet<>(covered);
        List<Reading> readings = new ArrayList<>();
        List<Release> corrections = new ArrayList<>();
        for (Release release : releases) {
            boolean corrects = false;
            for (ArchiveFile file : release.files()) {
                boolean again = !seen.add(file.name());
                readings.add(new Reading(release, file, again));
                corrects |= again;
            }
            if (corrects) {
                corrections.add(release);
            }
        }
        // The sort is stable, so of two releases of a file the earlier one stays first.
        readings.sort(Comparator.comparing(Reading::file, ArchiveFile.READING_ORDER));
        return new ImportPlan(List.copyOf(readings), List.copyOf(corrections));
    }

    YearMonth firstMonth() {
        return readings.get(0).file().month();
    }

    YearMonth lastMonth() {
        return readings.get(readings.size() - 1).file().month();
    }

    /** The midnight up to which everything is known: the newest month's end, or a later release's day. */
    Instant end() {
        Instant end = LondonMonth.end(lastMonth());
        for (Release release : corrections) {
            end = release.publishedAt().isAfter(end) ? release.publishedAt() : end;
        }
        return end;
    }

    TreeMap<YearMonth, List<Reading>> byMonth() {
        TreeMap<YearMonth, List<Reading>> months = new TreeMap<>();
        for (Reading reading : readings) {
            months.computeIfAbsent(reading.file().month(), month -> new ArrayList<>())
                    .add(reading);
        }
        return months;
    }
}
