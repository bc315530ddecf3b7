package vaiwg.board.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * When a browser's log-in began and was last used. Browsers send name and password with every request, so a log-in would last for as long as
 * the browser runs. A cookie says since when, signed with a key of this process: it lets nobody in, and whoever is too late is asked for name
 * and password again, which makes the browser forget those that it has.
 */
final class LogInSpans {
    static final String COOKIE = "__Host-log-in";

    /** No script reads it, no other site's form sends it. A link in a mail does, or it would begin a log-in anew. */
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern VALUE = Pattern.compile("(\\d{1,12})\\.(\\d{1,12})\\.([0-9a-f]{64})");

    private final LogInTerm term;
    private final LongSupplier nanos;
    private final long origin;
    private final SecretKeySpec key;

    /** @param nanos a clock of no date, such as {@link System#nanoTime} */
    LogInSpans(LogInTerm term, LongSupplier nanos) {
        this.term = term;
        this.nanos = nanos;
        this.origin = nanos.getAsLong();
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /**
     * What the browser is to keep from now on; empty where the log-in has ended.
     *
     * @param name whose password was right
     * @param cookies the headers with what it kept; without a value of this process a log-in begins
     */
    Optional<String> next(String name, List<String> cookies) {
        long now = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - origin);
        long begun = now;
        for (String header : cookies) {
            Matcher value = VALUE.matcher(valueIn(header));
            if (value.matches() && isOurs(name, value)) {
                begun = Long.parseLong(value.group(1));
                long seen = Long.parseLong(value.group(2));
                if (now - begun >= term.longest().toSeconds()
                        || now - seen >= term.idle().toSeconds()) {
                    return Optional.empty();
                }
            }
        }
        String times = begun + "." + now;
        return Optional.of(COOKIE + "=" + times + "." + signature(name, times) + ATTRIBUTES);
    }

    /** By which the browser forgets what it kept. */
    String none() {
        return COOKIE + "=; Max-Age=0" + ATTRIBUTES;
    }

    private boolean isOurs(String name, Matcher value) {
        return MessageDigest.isEqual(
                signature(name, value.group(1) + "." + value.group(2)).getBytes(StandardCharsets.US_ASCII),
                value.group(3).getBytes(StandardCharsets.US_ASCII));
    }

    private String signature(String name, String times) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal((times + "\0" + name).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String valueIn(String header) {
        String start = COOKIE + "=";
        int from = header.indexOf(start);
        if (from < 0) {
            return "";
        }
        int end = header.indexOf(';', from);
        return header.substring(from + start.length(), end < 0 ? header.length() : end)
                .strip();
    }
}
