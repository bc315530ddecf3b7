package vaiwg.cli.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import vaiwg.board.files.PrivateFiles;
import vaiwg.cli.backup.Manifest.Checksum;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.cli.terminal.ProgressLine;
import vaiwg.kpis.digest.Sha256;

/** The folder of a backup: private files, each with its checksum. */
final class BackupFolder {
    private static final int BUFFER = 1 << 16;
    private static final long MEGABYTE = 1_000_000;

    private final Path root;
    private final Map<String, Checksum> files = new TreeMap<>();
    /** Names of files that were found as they were written. */
    private final Set<String> whole = new HashSet<>();

    private BackupFolder(Path root) {
        this.root = root;
    }

    static BackupFolder make(Path root) {
        try {
            if (Files.exists(root)) {
                requireEmpty(root);
            }
            PrivateFiles.folder(root);
            return new BackupFolder(root);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The folder " + root + " cannot be written (" + e.getMessage() + "): name another.", e);
        }
    }

    /** Nothing is written over what is there. */
    static void requireEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.wrongUsage(folder + " is no folder: name one that is new or empty.");
        }
        try (Stream<Path> list = Files.list(folder)) {
            if (list.findAny().isPresent()) {
                throw CommandFailure.wrongUsage(folder + " is not empty: name a folder that is new or empty.");
            }
        }
    }

    static BackupFolder of(Path root) {
        return new BackupFolder(root);
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** Makes a file; its checksum is known once it is closed. */
    OutputStream write(String name) throws IOException {
        Path file = root.resolve(name);
        PrivateFiles.newFolder(file.getParent());
        return new Summed(name, new BufferedOutputStream(PrivateFiles.create(file), BUFFER));
    }

    InputStream read(String name) throws IOException {
        return new BufferedInputStream(Files.newInputStream(root.resolve(name)), BUFFER);
    }

    /** Of the files that were written. */
    Map<String, Checksum> checksums() {
        return files;
    }

    /** Writes the manifest: from then on it is a backup. */
    void complete(Manifest manifest) throws IOException {
        PrivateFiles.write(root.resolve(Manifest.FILE), manifest.text());
    }

    void requireWhole(Manifest manifest) {
        long bytes =
                manifest.files().values().stream().mapToLong(Checksum::bytes).sum();
        ProgressLine line = ProgressLine.onStandardOutput("checking", "MB", 1 + bytes / MEGABYTE);
        long checked = 0;
        for (Map.Entry<String, Checksum> file : manifest.files().entrySet()) {
            requireWhole(file.getKey(), manifest);
            checked += file.getValue().bytes();
            line.update(checked / MEGABYTE);
        }
        line.finish(checked / MEGABYTE);
    }

    /** One file alone, which is read for that once. */
    void requireWhole(String name, Manifest manifest) {
        if (whole.contains(name)) {
            return;
        }
        if (!checksum(root.resolve(name)).equals(manifest.files().get(name))) {
            throw CommandFailure.wrongUsage("The backup is damaged: " + root.resolve(name)
                    + " is not the file that was written; restore from another backup.");
        }
        whole.add(name);
    }

    private static Checksum checksum(Path file) {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new Checksum(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchFileException e) {
            throw CommandFailure.wrongUsage(
                    "The backup is damaged: " + file + " is missing; restore from another backup.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private final class Summed extends DigestOutputStream {
        private final String name;

        Summed(String name, OutputStream out) {
            super(out, Sha256.digest());
            this.name = name;
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (!files.containsKey(name)) {
                String sum = HexFormat.of().formatHex(getMessageDigest().digest());
                files.put(name, new Checksum(Files.size(path(name)), sum));
            }
        }
    }
}
