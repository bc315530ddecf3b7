package vaiwg.policeuk;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The monthly files of several forces, each once: of a file that an earlier path has too, that of the later path.
 *
 * @param byForce in {@link ArchiveFile#READING_ORDER}
 * @param ends the newest month of the paths that a force's files are from: how late they were published, as far as files tell
 */
record ComparedFiles(Map<String, List<ArchiveFile>> byForce, Map<String, YearMonth> ends) {
    /** @throws vaiwg.cli.terminal.CommandFailure where a path cannot be read or holds no monthly file */
    static ComparedFiles find(List<Path> paths) {
        Map<String, ArchiveFile> byName = new HashMap<>();
        Map<String, YearMonth> ends = new HashMap<>();
        for (Path path : paths) {
            List<ArchiveFile> found = ArchiveFiles.find(path);
            YearMonth end = found.get(found.size() - 1).month();
            found.forEach(file -> {
                byName.put(file.name(), file);
                ends.merge(file.force(), end, (one, other) -> one.isAfter(other) ? one : other);
            });
        }
        Map<String, List<ArchiveFile>> byForce = new TreeMap<>();
        byName.values().stream()
                .sorted(ArchiveFile.READING_ORDER)
                .forEach(file -> byForce.computeIfAbsent(file.force(), force -> new ArrayList<>())
                        .add(file));
        return new ComparedFiles(byForce, ends);
    }

    List<ArchiveFile> all() {
        return byForce.values().stream().flatMap(List::stream).toList();
    }

    /** The files that a comparison reads. */
    ComparedFiles in(ComparedMonths months) {
        Map<String, List<ArchiveFile>> read = new TreeMap<>();
        byForce.forEach((force, files) ->
                read.put(force, files.stream().filter(months::hold).toList()));
        return new ComparedFiles(read, ends);
    }

    /**
     * Reads a force's files; what it keeps of crimes is of this force alone.
     *
     * @param onFile called after each file
     */
    ComparedForce read(String force, String group, int followUp, Runnable onFile) {
        ForceReport report = new ForceReport(force);
        ComparedCrimes crimes = new ComparedCrimes(group);
        for (FileKind kind : FileKind.values()) {
            for (ArchiveFile file : byForce.get(force)) {
                if (file.kind() == kind) {
                    new FileRows(file, report, crimes.in(file.month())).read();
                    onFile.run();
                }
            }
            if (kind == FileKind.STREET) {
                crimes.keepType();
            }
        }
        report.close();
        return new ComparedForce(report, crimes.totals(followUp));
    }

    /** What a force's files were found to hold. */
    record ComparedForce(ForceReport report, ComparedCrimes.Totals totals) {}
}
