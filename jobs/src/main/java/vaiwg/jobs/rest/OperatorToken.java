package vaiwg.jobs.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * What an operator shows to change the job by its REST port: the words of a file that only the job's own user can read and write. While
 * the file is there, whoever sends its words may do everything; without it nobody may.
 */
public final class OperatorToken {
    /** The request's header that holds the token. */
    public static final String HEADER = "vaiwg-operator-token";

    /** The file's name, in the folder of checkpoints. */
    public static final String FILE = "operator-token";

    private static final int BYTES = 32;
    private static final int FEWEST_CHARACTERS = 32;
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;

    public OperatorToken(Path file) {
        this.file = file;
    }

    /** Something done with the token. */
    public interface Use<T> {
        T with(String token) throws IOException, InterruptedException;
    }

    /** Makes the file, does something with its words, and removes it. */
    public <T> T lend(Use<T> use) throws IOException, InterruptedException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNERS));
        try {
            Files.writeString(file, token);
            return use.with(token);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Whether that is what the file says now.
     *
     * @param shown null where a request shows nothing
     * @throws IOException where the file is there and cannot be used: others may read it, or it is too short to be a secret
     */
    boolean is(String shown) throws IOException {
        if (shown == null || !Files.exists(file)) {
            return false;
        }
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IOException("others may read " + file + ": make it with umask 077");
        }
        String token = Files.readString(file).strip();
        if (token.length() < FEWEST_CHARACTERS) {
            throw new IOException("the token in " + file + " has fewer than " + FEWEST_CHARACTERS + " characters");
        }
        return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
