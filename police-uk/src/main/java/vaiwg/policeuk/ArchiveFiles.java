package vaiwg.policeuk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import vaiwg.cli.terminal.CommandFailure;

/** Finds the monthly files in a zip, a folder or a single CSV file. */
final class ArchiveFiles {
    private static final Pattern NAME =
            Pattern.compile("(?<month>\\d{4}-(?:0[1-9]|1[0-2]))-(?<force>[a-z0-9-]+)-(?<kind>street|outcomes)\\.csv");

    private final Map<String, ArchiveFile> byName = new HashMap<>();

    private ArchiveFiles() {}

    /**
     * The files under a path, in {@link ArchiveFile#READING_ORDER}. Other files, such as stop and search, are passed over.
     *
     * @throws CommandFailure if the path cannot be read, holds no monthly file, or holds one twice
     */
    static List<ArchiveFile> find(Path path) {
        ArchiveFiles found = new ArchiveFiles();
        found.addPath(path);
        if (found.byName.isEmpty()) {
            throw CommandFailure.wrongUsage(path + " holds no file named like 2022-01-bedfordshire-street.csv or"
                    + " 2022-01-bedfordshire-outcomes.csv; give a download of data.police.uk.");
        }
        return found.byName.values().stream().sorted(ArchiveFile.READING_ORDER).toList();
    }

    private void addPath(Path path) {
        try {
            if (Files.isDirectory(path)) {
                addFolder(path);
            } else if (!Files.exists(path)) {
                throw CommandFailure.wrongUsage(path + " does not exist; give a zip, a folder or a CSV file.");
            } else if (path.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                addZip(path);
            } else {
                add(path, null, Files.size(path));
            }
        } catch (IOException e) {
            throw ArchiveFile.unreadable(path, e);
        }
    }

    private void addFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            add(file, null, Files.size(file));
        }
    }

    private void addZip(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                add(path, entry.getName(), entry.getSize());
            }
        }
    }

    private void add(Path container, String entry, long bytes) {
        String place = entry == null ? container.toString() : entry;
        String name = place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return;
        }
        FileKind kind = matcher.group("kind").equals(FileKind.STREET.suffix()) ? FileKind.STREET : FileKind.OUTCOMES;
        ArchiveFile file = new ArchiveFile(
                YearMonth.parse(matcher.group("month")), kind, matcher.group("force"), name, bytes, container, entry);
        ArchiveFile other = byName.putIfAbsent(name, file);
        if (other != null) {
            // Nothing tells which of the two is the later one.
            throw CommandFailure.wrongUsage(name + " is there twice, in " + other.container() + " and in " + container
                    + "; give each release as a path of its own, the earlier one first.");
        }
    }
}
