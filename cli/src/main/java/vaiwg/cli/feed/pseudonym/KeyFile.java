package vaiwg.cli.feed.pseudonym;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import vaiwg.board.files.PrivateFiles;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.digest.Hmac;

/** A file of pseudonyms' keys, a line a version. Only its owner may read it: with a key anybody tries out identifiers. */
public final class KeyFile {
    private static final Set<PosixFilePermission> OWN = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private KeyFile() {}

    public static PseudonymKeys read(Path file) {
        return PseudonymKeys.of(lines(file), file.toString());
    }

    /**
     * Adds a key: of version 1 to a file that is not there, else of the version after the newest. Earlier keys stay, since what they made is
     * in the log.
     *
     * @return the version
     */
    public static int add(Path file) {
        boolean exists = Files.exists(file);
        List<String> before = exists ? lines(file) : List.of();
        List<Integer> versions =
                exists ? PseudonymKeys.of(before, file.toString()).versions() : List.of();
        int version = versions.isEmpty() ? 1 : versions.get(versions.size() - 1) + 1;
        String line = version + ":" + HexFormat.of().formatHex(Hmac.newKey());
        StringBuilder text = new StringBuilder();
        before.forEach(earlier -> text.append(earlier).append('\n'));
        Path next = Path.of(file + ".new");
        try {
            PrivateFiles.replace(next, text.append(line).append('\n').toString().getBytes(StandardCharsets.UTF_8));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The file of keys " + file + " cannot be written: correct its path, or the rights of its folder.",
                    e);
        }
        return version;
    }

    private static List<String> lines(Path file) {
        try {
            if (!OWN.containsAll(Files.getPosixFilePermissions(file))) {
                throw CommandFailure.wrongUsage("Others than its owner have rights to the file of keys " + file
                        + ": chmod 600 it, and add a new key if they may have read it.");
            }
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw CommandFailure.wrongUsage(
                    "The file of keys " + file
                            + " is not there: correct the path, or make it with vaiwg pseudonymise --new-key FILE.",
                    e);
        } catch (IOException e) {
            throw CommandFailure.wrongUsage(
                    "The file of keys " + file + " cannot be read: it is text that belongs to who runs this command.",
                    e);
        }
    }
}
