package vaiwg.policeuk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.digest.Sha256;

/**
 * One monthly file of one force.
 *
 * @param month the month in the file's name, to which every row belongs
 * @param force the force's slug in the file's name, for example {@code city-of-london}
 * @param name the file's name without its folder: month, force and kind, so the same file has it in every release
 * @param bytes size when unpacked
 * @param container the zip that holds it, or the file itself
 * @param entry the name within the zip, or null
 */
record ArchiveFile(
        YearMonth month, FileKind kind, String force, String name, long bytes, Path container, String entry) {

    /** Month by month, crimes before outcomes: a crime is sent before an outcome of the same month. */
    static final Comparator<ArchiveFile> READING_ORDER = Comparator.comparing(ArchiveFile::month)
            .thenComparing(ArchiveFile::kind)
            .thenComparing(ArchiveFile::force);

    /** The file's bytes, unpacked on the way; the caller closes the stream. */
    InputStream open() throws IOException {
        if (entry == null) {
            return Files.newInputStream(container);
        }
        ZipFile zip = new ZipFile(container.toFile());
        try {
            return new EntryStream(zip, entry);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /**
     * What the file holds, as a hash: the same whether it comes from a zip or a folder, another in another release.
     *
     * @throws CommandFailure if the file cannot be read
     */
    String fingerprint() {
        MessageDigest digest = Sha256.digest();
        try (InputStream bytes = new DigestInputStream(open(), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    static CommandFailure unreadable(Object file, IOException cause) {
        return CommandFailure.wrongUsage(file + " cannot be read; check that the download is whole.", cause);
    }

    /** An entry that takes its zip with it when closed. */
    private static final class EntryStream extends FilterInputStream {
        private final ZipFile zip;

        EntryStream(ZipFile zip, String entry) throws IOException {
            super(zip.getInputStream(zip.getEntry(entry)));
            this.zip = zip;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
