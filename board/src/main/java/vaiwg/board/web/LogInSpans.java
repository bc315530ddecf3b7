package vaiwg.board.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vaiwg.kpis.digest.Hmac;

/**
 * When a browser's log-in began and was last used. Browsers send name and password with every request, so a log-in would last for as long as
 * the browser runs. A cookie says since when, signed with a key of this installation: it lets nobody in, and whoever is too late is asked for
 * name and password again, which makes the browser forget those that it has.
 */
final class LogInSpans {
    static final String COOKIE = "__Host-log-in";

    /** No script reads it, no other site's form sends it. A link in a mail does, or it would begin a log-in anew. */
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    /** So far a clock is set back by itself; set back further, it would make log-ins longer. */
    private static final long SET_BACK_SECONDS = 60;

    private static final Pattern VALUE = Pattern.compile("(\\d{1,12})\\.(\\d{1,12})\\.([0-9a-f]{64})");

    private final LogInTerm term;
    private final LogInKeys keys;
    private final LongSupplier seconds;

    /** @param seconds since the epoch, so that a log-in goes on in another process */
    LogInSpans(LogInTerm term, LogInKeys keys, LongSupplier seconds) {
        this.term = term;
        this.keys = keys;
        this.seconds = seconds;
    }

    /**
     * What the browser is to keep from now on; empty where the log-in has ended.
     *
     * @param name whose password was right
     * @param cookies the headers with what it kept; without a value of this installation a log-in begins
     */
    Optional<String> next(String name, List<String> cookies) {
        long now = seconds.getAsLong();
        List<byte[]> ours = keys.all();
        long begun = now;
        for (String header : cookies) {
            Matcher value = VALUE.matcher(valueIn(header));
            if (value.matches() && isOurs(name, value, ours)) {
                begun = Long.parseLong(value.group(1));
                long seen = Long.parseLong(value.group(2));
                if (now - begun >= term.longest().toSeconds()
                        || now - seen >= term.idle().toSeconds()
                        || seen - now > SET_BACK_SECONDS) {
                    return Optional.empty();
                }
            }
        }
        String times = begun + "." + now;
        return Optional.of(COOKIE + "=" + times + "." + signature(name, times, ours.get(0)) + ATTRIBUTES);
    }

    /** By which the browser forgets what it kept. */
    String none() {
        return COOKIE + "=; Max-Age=0" + ATTRIBUTES;
    }

    private static boolean isOurs(String name, Matcher value, List<byte[]> ours) {
        String times = value.group(1) + "." + value.group(2);
        byte[] signed = value.group(3).getBytes(StandardCharsets.US_ASCII);
        return ours.stream()
                .anyMatch(key ->
                        MessageDigest.isEqual(signature(name, times, key).getBytes(StandardCharsets.US_ASCII), signed));
    }

    private static String signature(String name, String times, byte[] key) {
        byte[] signed = Hmac.of(key).doFinal((times + "\0" + name).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(signed);
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
