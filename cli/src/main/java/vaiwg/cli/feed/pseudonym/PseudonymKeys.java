package vaiwg.cli.feed.pseudonym;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import vaiwg.cli.terminal.CommandFailure;
import vaiwg.kpis.digest.Hmac;

/**
 * Makes pseudonyms by HMAC with SHA-256 (RFC 2104), of which 160 bits are kept: {@code k2-} and forty hexadecimal digits, where 2 is the
 * version of the key. Whoever has no key can neither make one of an identifier nor try out identifiers. The kind of what is named is part of
 * what is hashed, so that an officer's number and a victim's never meet. For one thread.
 */
public final class PseudonymKeys {
    private static final int KEPT_BYTES = 20;
    private static final Pattern PSEUDONYM = Pattern.compile("k[1-9]\\d{0,3}-[0-9a-f]{" + 2 * KEPT_BYTES + "}");
    private static final Pattern LINE = Pattern.compile("([1-9]\\d{0,3}):([0-9a-fA-F]{" + 2 * Hmac.KEY_BYTES + "})");

    private final NavigableMap<Integer, Mac> versions = new TreeMap<>();

    private PseudonymKeys() {}

    /**
     * The keys in lines of {@code version:key}; the highest version is the one with which pseudonyms are made.
     *
     * @param lines lines that begin with {@code #}, and empty ones, are passed over
     * @param where they come from, for a message
     */
    public static PseudonymKeys of(List<String> lines, String where) {
        PseudonymKeys keys = new PseudonymKeys();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher fields = LINE.matcher(line);
            if (!fields.matches()
                    || keys.versions.put(Integer.valueOf(fields.group(1)), mac(fields.group(2))) != null) {
                throw CommandFailure.wrongUsage("Line " + (i + 1) + " of " + where
                        + " is no further version of a key: write VERSION:KEY, a number and " + 2 * Hmac.KEY_BYTES
                        + " hexadecimal digits, as vaiwg pseudonymise --new-key does.");
            }
        }
        if (keys.versions.isEmpty()) {
            throw CommandFailure.wrongUsage(
                    "There is no key in " + where + ": make one with vaiwg pseudonymise --new-key FILE.");
        }
        return keys;
    }

    private static Mac mac(String key) {
        return Hmac.of(HexFormat.of().parseHex(key));
    }

    public static boolean isPseudonym(String text) {
        return PSEUDONYM.matcher(text).matches();
    }

    /** The versions, the newest last. */
    public List<Integer> versions() {
        return List.copyOf(versions.keySet());
    }

    /**
     * The pseudonym by the newest key.
     *
     * @param kind of what is named, as a schema says it
     * @param identifier as the record system has it; blanks around it are none of it
     */
    public String newest(String kind, String identifier) {
        return pseudonym(versions.lastKey(), kind, identifier);
    }

    /** Those by all keys, in the order of {@link #versions}. */
    public List<String> all(String kind, String identifier) {
        return versions.keySet().stream()
                .map(version -> pseudonym(version, kind, identifier))
                .toList();
    }

    private String pseudonym(int version, String kind, String identifier) {
        String named = kind + '\0' + Normalizer.normalize(identifier.strip(), Normalizer.Form.NFC);
        byte[] whole = versions.get(version).doFinal(named.getBytes(StandardCharsets.UTF_8));
        return "k" + version + "-" + HexFormat.of().formatHex(whole, 0, KEPT_BYTES);
    }
}
