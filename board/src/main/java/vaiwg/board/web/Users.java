package vaiwg.board.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Names and hashed passwords of a file, a line each: {@code name:iterations:salt:hash}, PBKDF2 with HMAC-SHA-256 (RFC 8018), salt and hash in
 * Base64. {@link #line} makes one.
 */
public final class Users {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ITERATIONS = 600_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int BITS = 256;
    private static final int SALT_BYTES = 16;
    private static final Pattern LINE = Pattern.compile("([^:\\s]+):(\\d{4,8}):([A-Za-z0-9+/=]+):([A-Za-z0-9+/=]+)");
    private final Map<String, Entry> entries;
    /** Of a password that nobody has: an unknown name takes as long as a known one. */
    private final Entry nobody;
    /** Names and passwords that were right once, by their digest, since hashing takes a third of a second. */
    private final Map<String, byte[]> seen = new HashMap<>();

    private Users(Map<String, Entry> entries) {
        this.entries = Map.copyOf(entries);
        int iterations =
                entries.values().stream().mapToInt(Entry::iterations).max().orElse(ITERATIONS);
        nobody = new Entry(iterations, new byte[SALT_BYTES], new byte[BITS / Byte.SIZE]);
    }

    /** @throws IllegalArgumentException in one sentence that says what to do, where the file is none of users */
    public static Users read(Path file) {
        Map<String, Entry> entries = new HashMap<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                Matcher fields = LINE.matcher(line.strip());
                if (!fields.matches() || Integer.parseInt(fields.group(2)) > MOST_ITERATIONS) {
                    throw new IllegalArgumentException("Line " + number + " of " + file
                            + " is no user: make one with vaiwg serve --new-user NAME.");
                }
                Base64.Decoder decoder = Base64.getDecoder();
                entries.put(
                        fields.group(1),
                        new Entry(
                                Integer.parseInt(fields.group(2)),
                                decoder.decode(fields.group(3)),
                                decoder.decode(fields.group(4))));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The file of users " + file + " cannot be read: name another.", e);
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "The file of users " + file + " has none: add a line that vaiwg serve --new-user NAME prints.");
        }
        return new Users(entries);
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

    /** Whether the file has a name. */
    boolean have(String name) {
        return entries.containsKey(name);
    }

    /** Whether a name had this password when it was asked before; at once. */
    boolean remember(String name, String password) {
        synchronized (seen) {
            byte[] right = seen.get(name);
            return right != null && MessageDigest.isEqual(right, digest(name, password));
        }
    }

    /** Whether a name has this password; in a third of a second. */
    boolean know(String name, String password) {
        Entry entry = entries.getOrDefault(name, nobody);
        boolean isRight = MessageDigest.isEqual(entry.hash, hash(password.toCharArray(), entry.salt, entry.iterations));
        if (isRight && entry != nobody) {
            synchronized (seen) {
                seen.put(name, digest(name, password));
            }
            return true;
        }
        return false;
    }

    private static byte[] digest(String name, String password) {
        String text = name + "\0" + password;
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
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

    private record Entry(int iterations, byte[] salt, byte[] hash) {}
}
