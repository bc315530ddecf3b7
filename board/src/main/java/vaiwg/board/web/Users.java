package vaiwg.board.web;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import vaiwg.board.access.SiteFile;
import vaiwg.kpis.digest.Sha256;

/**
 * Names and hashed passwords of a file, a line each: {@code name:iterations:salt:hash}, PBKDF2 with HMAC-SHA-256 (RFC 8018), salt and hash in
 * Base64. {@link #line} makes one. The file is read again when it changes: whose line is taken out or replaced is out at once.
 */
public final class Users {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 600_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final Pattern LINE = Pattern.compile("([^:\\s]+):(\\d{4,8}):([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)");
    private final SiteFile<Known> file;

    private Users(SiteFile<Known> file) {
        this.file = file;
    }

    /** @throws IllegalArgumentException in one sentence that says what to do, where the file is none of users */
    public static Users read(Path file) {
        return new Users(SiteFile.read(file, "users", Users::known));
    }

    private static Known known(Path file, List<String> lines) {
        Map<String, Entry> entries = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher fields = LINE.matcher(line);
            if (!fields.matches() || Integer.parseInt(fields.group(2)) > MOST_ITERATIONS) {
                throw new IllegalArgumentException(
                        "Line " + (i + 1) + " of " + file + " is no user: make one with vaiwg serve --new-user NAME.");
            }
            Base64.Decoder decoder = Base64.getDecoder();
            entries.put(
                    fields.group(1),
                    new Entry(
                            Integer.parseInt(fields.group(2)),
                            decoder.decode(fields.group(3)),
                            decoder.decode(fields.group(4))));
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file of users " + file + " has none: add a line that vaiwg serve --new-user NAME prints.");
        }
        int iterations =
                entries.values().stream().mapToInt(Entry::iterations).max().orElse(ITERATIONS);
        Entry nobody = new Entry(iterations, new byte[SALT_BYTES], new byte[BITS / Byte.SIZE]);
        return new Known(Map.copyOf(entries), nobody, new HashMap<>());
    }

    /** A line of the file, with a salt of its own. */
    public static String line(String name, char[] password) {
        return line(name, password, ITERATIONS);
    }

    static String line(String name, char[] password, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Base64.Encoder encoder = Base64.getEncoder();
        return name + ":" + iterations + ":" + encoder.encodeToString(salt) + ":"
                + encoder.encodeToString(hash(password, salt, iterations));
    }

    public boolean have(String name) {
        return file.get().entries.containsKey(name);
    }

    /**
     * Whether a name had this password when it was asked before; at once.
     *
     * @throws IllegalArgumentException where the file cannot be used any more
     */
    boolean remember(String name, String password) {
        Map<String, byte[]> seen = file.get().seen;
        synchronized (seen) {
            byte[] right = seen.get(name);
            return right != null && MessageDigest.isEqual(right, digest(name, password));
        }
    }

    /**
     * Whether a name has this password; in a third of a second.
     *
     * @throws IllegalArgumentException where the file cannot be used any more
     */
    public boolean know(String name, String password) {
        Known known = file.get();
        Entry entry = known.entries.getOrDefault(name, known.nobody);
        boolean isRight = MessageDigest.isEqual(entry.hash, hash(password.toCharArray(), entry.salt, entry.iterations));
        if (isRight && entry != known.nobody) {
            synchronized (known.seen) {
                known.seen.put(name, digest(name, password));
            }
            return true;
        }
        return false;
    }

    private static byte[] digest(String name, String password) {
        return Sha256.of(name + "\0" + password);
    }

    private static byte[] hash(char[] password, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(password, salt, iterations, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    /**
     * What a file says.
     *
     * @param nobody of a password that nobody has: an unknown name takes as long as a known one
     * @param seen names and passwords that were right once, by their digest, since hashing takes a third of a second
     */
    private record Known(Map<String, Entry> entries, Entry nobody, Map<String, byte[]> seen) {}

    private record Entry(int iterations, byte[] salt, byte[] hash) {}
}
