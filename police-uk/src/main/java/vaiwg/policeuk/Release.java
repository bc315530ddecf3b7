package vaiwg.policeuk;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.time.LondonDays;

/**
 * What was published at one time: monthly files, each once.
 *
 * @param paths where it was found
 * @param files in {@link ArchiveFile#READING_ORDER}, at least one
 * @param publishedAt a midnight: what it corrects of earlier releases is known from here on
 */
record Release(List<Path> paths, List<ArchiveFile> files, Instant publishedAt) {
    /**
     * Paths as releases: one that repeats a file of those before it begins a later release, the others are parts of one.
     *
     * @param dates when the last release was published, or each of them; empty: each at the midnight that ends its newest month
     * @throws CommandFailure if a path cannot be used or the dates do not fit
     */
    static List<Release> of(List<Path> paths, List<LocalDate> dates) {
        List<List<Path>> groups = new ArrayList<>();
        List<List<ArchiveFile>> files = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Path path : paths) {
            List<ArchiveFile> found = ArchiveFiles.find(path);
            if (groups.isEmpty() || found.stream().anyMatch(file -> names.contains(file.name()))) {
                groups.add(new ArrayList<>());
                files.add(new ArrayList<>());
                names.clear();
            }
            groups.get(groups.size() - 1).add(path);
            files.get(files.size() - 1).addAll(found);
            found.forEach(file -> names.add(file.name()));
        }
        if (dates.size() > 1 && dates.size() != groups.size()) {
            throw CommandFailure.wrongUsage("There are " + groups.size() + " releases and " + dates.size()
                    + " dates; give one --release for the last of them, or one for each.");
        }
        List<Release> releases = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            int date = i - groups.size() + dates.size();
            files.get(i).sort(ArchiveFile.READING_ORDER);
            releases.add(of(groups.get(i), files.get(i), date < 0 ? null : dates.get(date)));
            if (i > 0) {
                releases.get(i).requireNotBefore(releases.get(i - 1));
            }
        }
        return releases;
    }

    private static Release of(List<Path> paths, List<ArchiveFile> files, LocalDate date) {
        YearMonth newest = files.get(files.size() - 1).month();
        Instant end = LondonMonth.end(newest);
        if (date == null) {
            return new Release(paths, files, end);
        }
        Instant published = LondonDays.startOf(date);
        if (published.isBefore(end)) {
            throw CommandFailure.wrongUsage(names(paths) + " holds " + newest + ", so it cannot be a release of " + date
                    + "; give the day on which it was published.");
        }
        return new Release(paths, files, published);
    }

    private void requireNotBefore(Release earlier) {
        if (publishedAt.isBefore(earlier.publishedAt)) {
            throw CommandFailure.wrongUsage(name() + " corrects " + earlier.name() + " and would be older ("
                    + LondonMonth.day(publishedAt) + ", " + LondonMonth.day(earlier.publishedAt)
                    + "); give the earlier release first, or say --release.");
        }
    }

    /** The paths' last names, for people. */
    String name() {
        return names(paths);
    }

    private static String names(List<Path> paths) {
        return paths.stream().map(path -> path.getFileName().toString()).collect(Collectors.joining(", "));
    }
}
